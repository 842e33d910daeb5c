// The engines: one worker answers questions and tells reports, others simulate shares of the replications. The engine
// is unpacked and compiled once.
import {gunzipSync} from 'fflate';

const packed = (id) => {
  const text = atob(document.getElementById(id).textContent.trim());
  return gunzipSync(Uint8Array.from(text, (c) => c.charCodeAt(0)));
};

export class Engines {
  constructor(files) {
    this.files = {...files};
  }

  async start() {
    this.script = URL.createObjectURL(new Blob([packed('worker')], {type: 'text/javascript'}));
    this.module = await WebAssembly.compile(packed('engine'));
    this.teller = await this.worker();
  }

  async worker() {
    const worker = new Worker(this.script);
    const waiting = new Map();
    let last = 0;
    const made = {
      items: () => {},
      stop: () => worker.terminate(),
      send: (message, transfer) =>
        new Promise((done) => {
          waiting.set(++last, done);
          worker.postMessage({...message, id: last}, transfer ?? []);
        }),
    };
    worker.onmessage = ({data}) => {
      if (data.item) return made.items(data.item);
      waiting.get(data.id)(data.text);
      waiting.delete(data.id);
    };
    await made.send({start: {module: this.module, files: this.files}});
    return made;
  }

  write(files) {
    Object.assign(this.files, files);
    return this.teller.send({write: files});
  }

  text(question) {
    return this.teller.send({ask: question});
  }

  // Throws what the engine says it could not do; mistakes of a scenario are an answer with errors.
  async ask(question) {
    const answer = JSON.parse(await this.text(question));
    if (answer.failed) throw new Error(answer.failed);
    return answer;
  }

  // Simulates the replications of a study in as many workers as there are cores, each every so many; they go on to the
  // teller as they end. progress(done) is called with how many are finished from the first on without a gap.
  simulate(study, progress) {
    const contenders = study.files.length;
    const count = Math.max(1, Math.min(navigator.hardwareConcurrency || 2, study.replications, 16));
    const finished = new Array(study.replications).fill(0);
    let done = 0, at = 0, is_stopped = false;
    const workers = [];
    const take = async (item) => {
      if (is_stopped) return;
      // Keys are the same from all workers; one set is enough.
      if (item.replication !== 0) item.keys = null;
      await this.teller.send({item}, [item.values.buffer]);
      finished[item.replication] += 1;
      while (finished[done] === contenders) done += 1;
      if (done > at) progress((at = done));
    };
    const share = async (first) => {
      const worker = await this.worker();
      workers.push(worker);
      if (is_stopped) return worker.stop();
      const taken = [];
      worker.items = (item) => taken.push(take(item));
      const replications = Math.ceil((study.replications - first) / count);
      const answer = JSON.parse(await worker.send({ask: {...study, ask: 'simulate', first, step: count, replications}}));
      worker.stop();
      await Promise.all(taken);
      if (answer.failed) throw new Error(answer.failed);
    };
    const stopped = new Promise((resolve) => {
      this.stop = () => {
        is_stopped = true;
        for (const worker of workers) worker.stop();
        resolve();
      };
    });
    const all = this.text({ask: 'forget'}).then(() => Promise.all(Array.from({length: count}, (_, i) => share(i))));
    return Promise.race([all, stopped]).then(() => done);
  }
}
