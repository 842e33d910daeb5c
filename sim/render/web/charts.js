// Draws the charts of a page: each <script type="application/json" data-chart="ID"> is a Vega-Lite specification, drawn
// into the element with that id. What they share (language, formats, words) is the block data-settings.
// It computes nothing: numbers, texts and findings come ready from aforo.
import embed from 'vega-embed';
import {expressionInterpreter} from 'vega-interpreter';

const read = (script) => JSON.parse(script.textContent);

// Vega draws for those who see; who does not is told what the chart says by its label, and has the table beneath.
function name_for_all(target, label) {
  const svg = target.querySelector('svg');
  if (!svg) return;
  svg.removeAttribute('aria-hidden');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
}

// On paper a chart is drawn again as wide as the sheet, so that its letters keep their size.
const sheet = 680;  // A4 less its margins, in CSS pixels
function fit_paper(target, view) {
  window.addEventListener('beforeprint', () => view.width(sheet).run());
  window.addEventListener('afterprint', () => view.width(target.clientWidth).run());
}

async function draw(script, settings) {
  const target = document.getElementById(script.dataset.chart);
  const {view} = await embed(target, read(script), {
    mode: 'vega-lite',
    renderer: 'svg',
    // Without eval, which the page's own security policy forbids.
    ast: true,
    expr: expressionInterpreter,
    defaultStyle: false,
    tooltip: {disableDefaultStyle: true},
    actions: {export: {png: true, svg: true}, source: false, compiled: false, editor: false},
    downloadFileName: script.dataset.chart,
    i18n: settings.words,
    formatLocale: settings.numbers,
    timeFormatLocale: settings.dates,
    scaleFactor: {png: 2},
  });
  name_for_all(target, script.dataset.label);
  fit_paper(target, view);
}

// What is folded has no width: its charts are drawn again once it opens. Who follows a link to it wants to read it.
function unfold() {
  for (const fold of document.querySelectorAll('details.fold')) {
    fold.addEventListener('toggle', () => window.dispatchEvent(new Event('resize')));
  }
  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target && target.querySelector(':scope > details.fold');
    if (fold) fold.open = true;
  };
  window.addEventListener('hashchange', open);
  document.addEventListener('click', (event) => {
    if (event.target.closest('nav a')) setTimeout(open);
  });
  open();
}

async function draw_all() {
  const settings = read(document.querySelector('script[data-settings]'));
  // One after the other: the first is on the screen before the last is made.
  for (const script of document.querySelectorAll('script[data-chart]')) {
    await draw(script, settings);
  }
  document.documentElement.dataset.charts = 'drawn';
}

unfold();
draw_all();
