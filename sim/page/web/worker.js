// A worker with an engine of its own; engine.js stands above this in the same script. It is asked one thing at a time:
//   {start: {module, files}}            first: the compiled engine, and the scenarios by their paths
//   {id, write: {path: text, …}}        further files
//   {id, ask}                           a question for the engine, whose answer is a text
//   {id, item}                          the values of an item that another worker has simulated
// What it simulates is sent as it ends: {item: {contender, replication, values, keys}}.
let engine;

function write(files) {
  for (const [path, text] of Object.entries(files)) {
    engine.FS.mkdirTree('/' + path.split('/').slice(0, -1).join('/'));
    engine.FS.writeFile('/' + path, text);
  }
}

async function start({module, files}) {
  engine = await makeEngine({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(module, imports).then(done);
      return {};
    },
    onItem: (contender, replication, values, keys) => postMessage({item: {contender, replication, values, keys}}, [values.buffer]),
  });
  write(files);
  return '{}';
}

onmessage = async ({data}) => {
  try {
    let text = '{}';
    if (data.start) text = await start(data.start);
    if (data.write) write(data.write);
    if (data.item) engine.take(data.item);
    if (data.ask) text = engine.ask(data.ask);
    postMessage({id: data.id, text});
  } catch (error) {
    // Out of memory, above all: what the engine itself finds wrong is an answer.
    postMessage({id: data.id, text: JSON.stringify({failed: String(error)})});
  }
};
