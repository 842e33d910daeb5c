// Draws the charts of a page: each <script type="application/json" data-chart="ID"> is a Vega-Lite specification, drawn
// into the element with that id. The block data-settings has what they share (language, formats, words).
// Nothing is computed here: numbers, texts and findings come ready from aforo.
import embed from 'vega-embed';
import {expressionInterpreter} from 'vega-interpreter';

const read = (script) => JSON.parse(script.textContent);

// For readers who cannot see the chart, its label says what it shows, and the table below has its figures.
function name_for_all(target, label) {
  const svg = target.querySelector('svg');
  if (!svg) return;
  svg.removeAttribute('aria-hidden');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
}

// For printing, a chart is redrawn at the width of the paper, so that its letters keep their size.
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
    // Interprets expressions, because the page's security policy forbids eval.
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

// A folded section has no width, so its charts are redrawn when it opens. Following a link to it opens it.
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
  // One at a time, so that the first is on the screen before the last is made.
  for (const script of document.querySelectorAll('script[data-chart]')) {
    await draw(script, settings);
  }
  document.documentElement.dataset.charts = 'drawn';
}

unfold();
draw_all();
