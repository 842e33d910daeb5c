// The engine in WebAssembly against the native program: the same scenario, seed and replications give results.json to
// the same byte, simulated in shares by two engines and put together by a third, as in the page.
//   node engine.mjs ENGINE.js AFORO SOURCE_FOLDER     ends with 1 if a test fails
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';

const [engine_file, aforo, source] = process.argv.slice(2);
const makeEngine = createRequire(import.meta.url)(engine_file);
const out = mkdtempSync(join(tmpdir(), 'aforo-page-'));
let failures = 0;

function check(what, passed, detail = '') {
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${what}${passed || !detail ? '' : `\n        ${detail}`}`);
  if (!passed) failures += 1;
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const files_of = (folder) =>
  readdirSync(join(source, folder), {recursive: true}).map((f) => join(folder, f)).filter((f) => f.endsWith('.yaml'));

async function engine() {
  const module = await makeEngine();
  for (const file of [...files_of('scenarios'), ...files_of('tests/page')]) {
    module.FS.mkdirTree('/' + file.slice(0, file.lastIndexOf('/')));
    module.FS.writeFile('/' + file, readFileSync(join(source, file)));
  }
  return {
    module,
    text: module.ask,
    ask(request) {
      const answer = JSON.parse(module.ask(request));
      if (answer.failed || answer.errors) throw new Error(JSON.stringify(answer));
      return answer;
    },
  };
}

// Both shares of a study, told by the third engine.
function told(engines, study) {
  const items = [];
  const shared = {...study, ask: 'simulate', step: 2, lang: 'es'};
  let milliseconds = 0;
  for (const first of [0, 1]) {
    const {module, ask} = engines[first];
    module.onItem = (contender, replication, values, keys) => items.push({contender, replication, values, keys});
    const start = performance.now();
    const replications = Math.ceil((study.replications - first) / 2);
    if (replications > 0) ask({...shared, first, replications});
    milliseconds += performance.now() - start;
  }
  const teller = engines[2];
  teller.ask({ask: 'forget'});
  for (const item of items.reverse()) teller.module.take(item);  // the order does not matter
  return {...teller.ask({...study, ask: 'tell', lang: 'es'}), milliseconds, results: teller.text({...study, ask: 'results', lang: 'es'})};
}

function native({command, files, seed, replications}) {
  const start = performance.now();
  const json = execFileSync(aforo, [command, ...files, '--seed', seed, '--replications', replications, '--threads', 1, '--json',
    '--quiet', '--out', out].map(String), {cwd: source, maxBuffer: 1 << 30});
  return {json, milliseconds: performance.now() - start};
}

const engines = [await engine(), await engine(), await engine()];
const ficha = 'scenarios/ficha-2024.yaml', plano = 'scenarios/presupuesto/plano.yaml', many = 'tests/page/muchas-opciones.yaml';
const studies = [
  {command: 'run', files: [ficha], seed: 2024, replications: 4},
  {command: 'run', files: [plano], seed: 7, replications: 3},
  {command: 'run', files: [many], seed: 2024, replications: 2},
  {command: 'compare', files: [ficha, plano], seed: 2024, replications: 3},
];
for (const study of studies) {
  const what = `${study.command} ${study.files.join(' ')}, ${study.replications} replications`;
  const expected = native(study);
  const made = told(engines, study);
  check(`${what}: results.json is the same`, sha256(expected.json) === made.digest, `${sha256(expected.json)} and ${made.digest}`);
  check(`${what}: its text too`, made.results === expected.json.toString());
  check(`${what}: a report`, made.html.startsWith('<!DOCTYPE html>') && made.html.includes('<h1>'));
  const ratio = made.milliseconds / expected.milliseconds;
  console.log(`       ${(made.milliseconds / 1000).toFixed(2)} s here, ${(expected.milliseconds / 1000).toFixed(2)} s native, which also writes its folder: ${ratio.toFixed(2)}`);
}

// Mistakes are told at their places, whatever is written.
const {module, text, ask} = engines[2];
module.FS.writeFile('/scenarios/wrong.yaml', 'aforo: 1\nname: <script>alert(1)</script>\nextends: ficha-2024.yaml\nadvisory: {advisors: many}\nnonsense: 1\n');
const wrong = JSON.parse(text({ask: 'check', file: 'scenarios/wrong.yaml', lang: 'en'}));
check('mistakes have their lines', wrong.errors?.map((e) => e.line).join() === '4,5', JSON.stringify(wrong));
for (const hostile of ['', '\0', '&a [*a]', '[[[[', 'aforo: 1\nextends: hostile.yaml\n', '{'.repeat(100000), 'aforo: 1\nname: x\nextends: ../../etc/passwd\n']) {
  module.FS.writeFile('/scenarios/hostile.yaml', hostile);
  check(`errors for ${JSON.stringify(hostile.slice(0, 20))}`, JSON.parse(text({ask: 'check', file: 'scenarios/hostile.yaml'})).errors?.length > 0);
}

// Levers, and the delta that they make.
const {levers, sections} = ask({ask: 'levers', file: ficha, lang: 'es'});
const advisors = levers.find((l) => l.path === 'advisory.advisors');
check('a lever has its value, range and name', advisors.value === '310' && advisors.range.join() === '186,496' && advisors.name.length > 0);
check('sections are named', sections.some((s) => s.key === 'advisory' && s.name));
const delta = ask({ask: 'delta', file: ficha, extends: 'ficha-2024.yaml', settings: [{path: 'advisory.advisors', value: '341'}], name: 'Palancas', description: '', origin: 'x'});
module.FS.writeFile('/scenarios/delta.yaml', delta.yaml);
check('a delta reads as what it says', ask({ask: 'check', file: 'scenarios/delta.yaml'}).name === 'Palancas' && delta.changes.length === 1, delta.yaml);

const wasm = readFileSync(engine_file.replace(/\.js$/, '.wasm'));
console.log(`       engine: ${(statSync(engine_file).size / 1024).toFixed(0)} KB of script, ${(wasm.length / 1024).toFixed(0)} KB of wasm, ${(gzipSync(wasm).length / 1024).toFixed(0)} KB gzipped`);
rmSync(out, {recursive: true});
process.exit(failures ? 1 : 0);
