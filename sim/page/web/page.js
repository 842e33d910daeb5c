// The simulator's page: levers on one side, the report on the other. It computes nothing: scenarios are read, simulated
// and told by the engine in its workers (engines.js), and reports are the pages that `aforo report` would make.
import {element, save} from './dom.js';
import {Engines} from './engines.js';
import {panel} from './levers.js';
import {languages, say as say_in} from './texts.js';

// As in the file, before anything is drawn: what is saved is this page with other data.
const own_source = () => `<!DOCTYPE html>\n${document.documentElement.outerHTML}\n`;
const source = own_source();
const data = {lang: 'es', files: {}, bases: [], ...JSON.parse(document.getElementById('data').textContent)};
const engines = new Engines(data.files);

const first = {base: data.bases[0]?.path, settings: {}, text: null, seed: null, replications: null};
let state = {...first, ...data.state};
let undo = [];
let about = null;       // of the base: name, seed, replications, warnings
let language = {sections: [], levers: []};
let delta = null;       // what the levers come to: yaml, changes; or errors
let shown = null;       // the results on the screen: {study, name, key, html by tab}
let history = [];
let is_running = false;
const open = new Set(['demand', 'advisory']);

const say = (...words) => say_in(data.lang)(...words);
const at = (id) => document.getElementById(id);
const status = (text) => (at('status').textContent = text);
const key_of = ({base, settings, text, seed, replications}) => JSON.stringify([base, settings, text, seed, replications]);
const folder_of = (path) => path.slice(0, path.lastIndexOf('/') + 1);
// The scenario that the levers make stands beside its base, so that what it extends is found.
const mine = () => `${folder_of(state.base)}simulador.yaml`;
const is_changed = () => state.text !== null || Object.keys(state.settings).length > 0;
const replications = () => state.replications ?? Math.min(about?.replications ?? 10, 10);
const seed = () => state.seed ?? about?.seed ?? 1;

function fail(error) {
  is_running = false;
  status(say('failed', error.message));
  draw_controls();
}

// --- What the scenario is -----------------------------------------------------------------------------------------

async function read_base() {
  about = await engines.ask({ask: 'check', file: state.base, lang: data.lang});
  language = await engines.ask({ask: 'levers', file: state.base, lang: data.lang});
  await read_levers();
}

async function read_levers() {
  if (state.text === null) {
    const settings = Object.entries(state.settings).map(([path, value]) => ({path, value}));
    delta = await engines.ask({ask: 'delta', file: state.base, extends: state.base.slice(folder_of(state.base).length), settings,
      name: say('my_name', about.name), description: '', origin: say('levers'), lang: data.lang});
  } else {
    await engines.write({[mine()]: state.text});
    const read = await engines.ask({ask: 'check', file: mine(), lang: data.lang});
    delta = read.errors ? {errors: read.errors} : {yaml: state.text, changes: [], name: read.name};
  }
  if (delta.yaml) await engines.write({[mine()]: delta.yaml});
  draw();
}

function go_to(next, keep = true) {
  if (keep) undo.push(state);
  const is_other = next.base !== state.base;
  state = {...state, ...next};
  (is_other ? read_base() : read_levers()).catch(fail);
}

function change(path, text) {
  const settings = {...state.settings};
  if (text === null) delete settings[path];
  else settings[path] = text;
  go_to({settings, text: null});
}

// --- Simulating ---------------------------------------------------------------------------------------------------

async function simulate() {
  const files = is_changed() ? [state.base, mine()] : [state.base];
  const study = {command: is_changed() ? 'compare' : 'run', files, seed: seed(), replications: replications(), lang: data.lang};
  const read = await engines.ask({ask: 'check', file: files.at(-1), lang: data.lang});
  if (!read.fits) return status(say('too_large'));
  is_running = true;
  const run = {study, state, name: read.name, html: {}, key: key_of(state)};
  shown = run;
  draw_controls();
  draw_tabs();
  const start = performance.now();
  let is_telling = false, is_ended = false;
  // The first screen after two replications, and again when others are finished and the last one has been told.
  const show_first = async (done) => {
    status(say('running', done, study.replications));
    if (done < 2 || done === study.replications || is_telling || is_ended) return;
    is_telling = true;
    const told = await engines.ask({...study, ask: 'tell', replications: done, first_screen: 1});
    is_telling = false;
    if (is_running && shown === run) draw_report(told.html);
  };
  status(say('running', 0, study.replications));
  const done = await engines.simulate(study, (n) => show_first(n).catch(fail));
  is_ended = true;
  is_running = false;
  if (done < Math.min(2, study.replications)) {
    status(say('stopped_early'));
    shown = null;
    return draw_controls();
  }
  study.replications = done;
  status(say('telling'));
  const told = await tell(run, study.command === 'run' ? 'report' : 'comparison');
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const is_whole = done === replications();
  status(`${is_whole ? '' : say('stopped', done) + ' '}${say('told', done, seconds, told.digest.slice(0, 12))}`);
  at('status').dataset.digest = told.digest;
  history.push(run);
  draw();
}

// The tabs of what was simulated, each with its question for the engine.
function tabs(run) {
  if (run.study.command === 'run') return {report: {}};
  return {
    comparison: {},
    report: {command: 'run', files: [run.study.files[1]], contender: 1},
    base_report: {command: 'run', files: [run.study.files[0]], contender: 0},
  };
}

// Items are of the latest study; what was told of earlier ones is kept as pages.
async function tell(run, tab) {
  if (!run.html[tab]) {
    const told = await engines.ask({...run.study, ...tabs(run)[tab], ask: 'tell'});
    if (told.errors) throw new Error(told.errors[0].text);
    run.html[tab] = told;
  }
  run.tab = tab;
  draw_report(run.html[tab].html);
  draw_tabs();
  return run.html[tab];
}

// --- The screen ---------------------------------------------------------------------------------------------------

function draw_report(html) {
  at('welcome').hidden = true;
  const old = at('report');
  const frame = element('iframe', {id: 'report', title: say('report'), srcdoc: html});
  // As high as its report, so that there is one thing to scroll. It stays hidden until it can be shown.
  frame.addEventListener('load', () => {
    const fit = () => (frame.style.height = `${frame.contentDocument.documentElement.scrollHeight}px`);
    new ResizeObserver(fit).observe(frame.contentDocument.body);
    fit();
  });
  frame.style.height = old ? old.style.height : '60rem';
  if (old) old.replaceWith(frame);
  else at('result').append(frame);
}

function draw_tabs() {
  const run = shown;
  at('tabs').replaceChildren(...(run && Object.keys(run.html).length
    ? Object.keys(tabs(run)).filter((tab) => run === history.at(-1) || run.html[tab]).map((tab) =>
        element('button', {type: 'button', 'aria-pressed': String(run.tab === tab), 'data-tab': tab, onclick: () => tell(run, tab).catch(fail)},
          tab === 'report' ? say('report_of', run.name) : say(tab)))
    : []));
  at('stale').hidden = !(run && !is_running && run.key !== key_of(state));
}

function draw_levers() {
  at('levers').replaceChildren(...panel(language, state.settings, {say, change, open, found: at('search').value.trim()}));
  const changes = delta?.changes ?? [];
  at('moved').replaceChildren(
    changes.length || state.text !== null
      ? element('ul', {}, state.text !== null ? element('li', {}, say('text_is_used')) : null,
          changes.map((c) => element('li', {}, element('strong', {}, c.name), `: ${c.from} → ${c.to}`)))
      : element('p', {class: 'help'}, say('nothing_moved')));
  at('errors').replaceChildren(...(delta?.errors ?? []).map((e) =>
    element('li', {}, e.line > 0 && state.text !== null
      ? element('button', {type: 'button', class: 'plain', onclick: () => go_to_line(e.line, e.column)}, say('line', e.line)) : '',
    ` ${[e.path, e.what].filter(Boolean).join(': ')}${e.hint ? `; ${e.hint}` : ''}`)));
  at('undo').disabled = undo.length === 0;
  at('reset').disabled = !is_changed();
  if (document.activeElement !== at('text')) at('text').value = state.text ?? delta?.yaml ?? '';
}

function go_to_line(line, column) {
  const area = at('text');
  const before = area.value.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(before + column - 1, before + column);
}

function draw_controls() {
  at('simulate').disabled = is_running || !about || Boolean(delta?.errors);
  at('stop').hidden = !is_running;
  at('replications').value = String(replications());
  at('seed').value = String(seed());
  at('savings').querySelectorAll('[data-needs]').forEach((b) => (b.disabled = is_running || !shown || shown !== history.at(-1)));
}

function draw_history() {
  at('history').replaceChildren(...history.map((run, i) =>
    element('li', {},
      element('button', {type: 'button', class: 'plain', onclick: () => {
        shown = run;
        tell(run, Object.keys(run.html)[0]).then(draw).catch(fail);
      }}, `${i + 1}. ${run.name}, ${say('replications').toLowerCase()}: ${run.study.replications}`),
      ' ', element('button', {type: 'button', class: 'plain', onclick: () => go_to(run.state)}, say('back_to')))));
  at('history-box').hidden = history.length === 0;
}

function draw() {
  draw_levers();
  draw_controls();
  draw_tabs();
  draw_history();
}

// --- Saving -------------------------------------------------------------------------------------------------------

const file_name = (end) => `${(shown?.name ?? about.name).normalize('NFD').replace(/[^\w]+/g, '-').toLowerCase()}${end}`;

const savings = {
  save_yaml: () => save('simulador.yaml', delta.yaml, 'text/yaml'),
  save_json: async () => save('results.json', await engines.text({...shown.study, ask: 'results'}), 'application/json'),
  save_csv: async () => save('resultados.csv', await engines.text({...shown.study, ...tabs(shown).report, ask: 'csv'}), 'text/csv'),
  save_html: () => save(file_name('.html'), shown.html[shown.tab].html, 'text/html'),
  save_page: () => {
    const json = JSON.stringify({...data, files: engines.files, state}).replaceAll('<', '\\u003c');
    const [before, after] = source.split(/(?<=id="data">)[^<]*(?=<\/script>)/);
    save(file_name('-simulador.html'), before + json + after, 'text/html');
  },
  link: () => {
    location.hash = encodeURIComponent(JSON.stringify({base: state.base, settings: state.settings}));
    status(say('linked'));
  },
};

function build() {
  document.documentElement.lang = data.lang === 'en' ? 'en' : 'es-CL';
  document.title = `${say('title')} · aforo`;
  const number = (id, key, low, set) =>
    element('label', {}, say(id), element('input', {id, type: 'number', min: String(low), step: '1', onchange: (e) => {
      state = {...state, [key]: Math.max(low, Math.round(Number(e.target.value)) || low)};
      draw();
    }}));
  at('app').replaceChildren(
    element('header', {},
      element('h1', {}, say('title')),
      element('label', {}, say('base'),
        element('select', {id: 'base', onchange: (e) => go_to({...first, base: e.target.value})},
          data.bases.map(({path, name}) => element('option', {value: path, selected: path === state.base}, name)))),
      element('label', {}, say('language'),
        element('select', {id: 'language', onchange: (e) => {
          data.lang = e.target.value;
          build();
          read_base().catch(fail);
        }}, Object.entries(languages).map(([code, name]) => element('option', {value: code, selected: code === data.lang}, name)))),
      element('div', {class: 'run'},
        number('replications', 'replications', 1), number('seed', 'seed', 0),
        element('button', {id: 'simulate', type: 'button', class: 'main', onclick: () => simulate().catch(fail)}, say('simulate')),
        element('button', {id: 'stop', type: 'button', hidden: true, onclick: () => engines.stop()}, say('stop'))),
      element('p', {id: 'status', role: 'status'}, say('starting'))),
    element('main', {},
      element('section', {id: 'panel', 'aria-label': say('levers')},
        element('h2', {}, say('moved')),
        element('div', {id: 'moved'}),
        element('ul', {id: 'errors', role: 'alert'}),
        element('p', {class: 'buttons'},
          element('button', {id: 'undo', type: 'button', onclick: () => undo.length && go_to(undo.pop(), false)}, say('undo')),
          element('button', {id: 'reset', type: 'button', onclick: () => go_to({settings: {}, text: null})}, say('reset_all'))),
        element('h2', {}, say('levers')),
        element('label', {class: 'search'}, say('search'), element('input', {id: 'search', type: 'search', oninput: draw_levers})),
        element('div', {id: 'levers'}),
        element('details', {class: 'section'}, element('summary', {}, element('h3', {}, say('as_text'))),
          element('label', {class: 'help', for: 'text'}, say('as_text_help')),
          element('textarea', {id: 'text', rows: '14', spellcheck: 'false'}),
          element('p', {class: 'buttons'},
            element('button', {id: 'use-text', type: 'button', onclick: () => go_to({text: at('text').value})}, say('use_text')),
            element('button', {type: 'button', onclick: () => go_to({text: null})}, say('use_levers')))),
        element('details', {class: 'section'}, element('summary', {}, element('h3', {}, say('save'))),
          element('p', {class: 'buttons', id: 'savings'},
            Object.entries(savings).map(([key, act]) => element('button', {type: 'button', id: key,
              'data-needs': ['save_json', 'save_csv', 'save_html'].includes(key) || undefined,
              onclick: () => Promise.resolve(act()).catch(fail)}, say(key))))),
        element('div', {id: 'history-box', hidden: true}, element('h2', {}, say('history')), element('ol', {id: 'history'}))),
      element('section', {id: 'result', 'aria-label': say('report')},
        element('p', {id: 'welcome'}, say('first_run'), ' ', say('luck_alone')),
        element('p', {id: 'stale', role: 'status', hidden: true}, say('changed_since')),
        element('div', {id: 'tabs', class: 'buttons'}))));
}

document.addEventListener('keydown', (event) => {
  const is_text = /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
  if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !is_text && undo.length) go_to(undo.pop(), false);
});

function read_address() {
  try {
    const asked = JSON.parse(decodeURIComponent(location.hash.slice(1)));
    if (data.bases.some((b) => b.path === asked.base)) state = {...state, base: asked.base, settings: Object.fromEntries(Object.entries(asked.settings).map(([k, v]) => [k, String(v)]))};
  } catch {
    // An address without levers.
  }
}

async function begin() {
  if (location.hash.length > 1) read_address();
  build();
  await engines.start();
  await read_base();
  status(say('ready'));
  document.documentElement.dataset.page = 'ready';
}
begin().catch(fail);
