// What a reader's browser makes of a report: opened from its file, without server or connection, in Debian's Chromium.
//   node check.mjs AFORO SOURCE_FOLDER RENDER_SAMPLES   ends with 1 if a test fails, with 77 if there is no Chromium
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {available, browse, executable, open} from './browser.mjs';
import {near, Results} from './figures.mjs';

const [aforo, source, render_samples] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'aforo-web-'));
let failures = 0;

function check(what, passed, detail = '') {
  if (passed) return;
  failures += 1;
  console.log(`FAILED: ${what}${detail ? `\n        ${detail}` : ''}`);
}

// Runs a scenario and gives the folder of the run.
function run(file, ...options) {
  const out = mkdtempSync(join(folder, 'out-'));
  const said = execFileSync(aforo, ['run', file, '--quiet', '--lang', 'es', '--out', out, ...options], {encoding: 'utf8'});
  return said.trim().split('\n').pop().replace(/^Resultados en /, '');
}

function scenario(name, text) {
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, `aforo: 1\n${text}extends: ${join(source, 'scenarios/ficha-2024.yaml')}\n`);
  return file;
}

const twin_rows = (page, id) =>
  page.$$eval(`details[data-twin="${id}"] tbody tr`, (rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent.replace(/\u00a0/g, ' '))));
const charts_of = (page) => page.$$eval('script[data-chart]', (all) => all.map((s) => s.dataset.chart));
const marks = (page, id, kind) => page.$$eval(`#${id} svg g.mark-${kind}.role-mark > path`, (all) => all.length);

// What holds of every report, whatever is in it.
async function is_sound(what, page, said, requests) {
  check(`${what}: the console stays silent`, said.length === 0, said.join('\n        '));
  check(`${what}: no request leaves the page`, requests.length === 0, requests.join(' '));
  for (const id of await charts_of(page)) {
    const drawn = await page.$$eval(`#${id} svg g.role-mark > path`, (all) => all.length);
    check(`${what}: ${id} is drawn`, drawn > 0);
    check(`${what}: ${id} has a table twin`, (await twin_rows(page, id)).length > 0);
  }
}

async function fits(what, page) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  check(`${what}: it fits the width`, content <= window, `${content} px in ${window}`);
}

async function is_accessible(what, page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, {resultTypes: ['violations']}));
  for (const v of found.violations.filter((v) => ['serious', 'critical'].includes(v.impact))) {
    check(`${what}: ${v.id}`, false, `${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(' | ')}`);
  }
  const levels = await page.$$eval('h1, h2, h3, h4', (all) => all.map((h) => Number(h.tagName[1])));
  check(`${what}: headings are in order`, levels[0] === 1 && levels.every((l, i) => i === 0 || l <= levels[i - 1] + 1));
}

// Marks and tables hold the figures of results.json, at the precision that is shown.
async function tells_the_results(page, results) {
  const years = results.years();
  const last = years[years.length - 1];
  const same = (what, cell, value) => check(what, near(cell, value), `«${cell}» for ${value}`);

  const lista = await twin_rows(page, 'grafico-lista');
  check('a row for each month', lista.length === years.length * 12);
  check('a point for each month', (await marks(page, 'grafico-lista', 'symbol')) === lista.length);
  lista.forEach((row, i) => {
    const month = results.month('waiting', years[Math.floor(i / 12)], (i % 12) + 1);
    same(`waiting, ${row[0]}`, row[1], month.mean);
    same(`p10 of waiting, ${row[0]}`, row[3].split('–')[0], month.p10);
  });

  const waits = await twin_rows(page, 'grafico-esperas');
  ['attention_wait_days_p90', 'attention_wait_days_mean', 'wait_days_p90', 'wait_days_mean'].forEach((metric, m) =>
    years.forEach((year, y) => same(`${metric} ${year}`, waits[m * years.length + y][2], results.of(metric, year).mean)));
  check('a point for each wait and year', (await marks(page, 'grafico-esperas', 'symbol')) === 4 * years.length);

  const risk = await twin_rows(page, 'grafico-riesgo');
  years.forEach((year, y) => same(`beneficiaries ${year}`, risk[y][2].split(' ± ')[0], results.of('beneficiaries', year).mean));
  check('fifty dots a year', (await marks(page, 'grafico-riesgo', 'symbol')) === 50 * years.length);

  const offices = results.ids('attention_wait_days_p90', last, 'office');
  const strip = await twin_rows(page, 'grafico-centros-atencion');
  check('a row for each office', strip.length === offices.length);
  const means = offices.map((id) => results.of('attention_wait_days_p90', last, 'office', id).mean).sort((a, b) => a - b);
  const shown = strip.map((row) => row[2]).sort((a, b) => Number(a.replace(',', '.')) - Number(b.replace(',', '.')));
  shown.forEach((cell, i) => same(`wait of the ${i + 1}. office`, cell, means[i]));

  const equity = await twin_rows(page, 'grafico-equidad');
  same('served women', equity[0][1], results.of('served_share_of_qualified', last, 'group', 'sex=female').mean * 100);

  const differences = await twin_rows(page, 'grafico-diferencias');
  check('a dot for each planned figure', (await marks(page, 'grafico-diferencias', 'symbol')) === differences.length);
  same('beneficiaries of the first year', differences[0][2], results.of('beneficiaries', years[0]).mean);

  const cells = (await twin_rows(page, 'grafico-limites')).flatMap((row) => row.slice(1)).filter((cell) => cell !== '');
  check('a cell for each centre and month that lacks', (await marks(page, 'grafico-limites', 'rect')) === cells.length);
}

// Words that every English sentence has; the keys of a scenario, joined by dots and lines, are no sentences.
const english = /\b(the|of|and|with|which|that|from|than|is|are)\b/i;

async function is_spanish(page) {
  const texts = await page.evaluate(() => {
    const all = [...document.querySelectorAll('[aria-label], [title]')].flatMap((e) => [e.getAttribute('aria-label'), e.title]);
    for (const d of document.querySelectorAll('details')) d.open = true;
    return document.body.innerText.split('\n').concat(all, [...document.querySelectorAll('svg text')].map((t) => t.textContent));
  });
  const leaks = texts.filter((text) => text && english.test(text));
  check('no English in a Spanish report', leaks.length === 0, leaks.slice(0, 5).join(' | '));
  check('its language is said', (await page.getAttribute('html', 'lang')) === 'es-CL');
}

async function saves_a_picture(page) {
  for (const kind of ['SVG', 'PNG']) {
    const saved = page.waitForEvent('download', {timeout: 10000});
    await page.locator('#grafico-esperas .vega-actions a', {hasText: kind}).click();
    const file = await (await saved).path();
    check(`${kind} is saved`, statSync(file).size > 2000);
  }
}

// Where a pointer rests, the figures are told: on a cell with a letter too, which lies over it.
async function tells_where_one_points(page) {
  for (const mark of ['#grafico-diferencias svg g.mark-symbol.role-mark > path', '#grafico-limites svg g.mark-text.role-mark > text']) {
    const place = page.locator(mark).nth(3);
    await place.scrollIntoViewIfNeeded();
    await place.hover({force: true});
    const told = await page.waitForSelector('#vg-tooltip-element.visible', {timeout: 5000}).catch(() => null);
    check(`${mark} tells its figures`, told !== null && /\d/.test(await told.innerText()));
    await page.mouse.move(0, 0);
  }
}

async function ficha(browser) {
  const made = run(join(source, 'scenarios/ficha-2024.yaml'), '--replications', '4');
  const file = join(made, 'report.html');
  const bytes = readFileSync(file);
  check('the report is under 2 MB', bytes.length < 2e6, `${bytes.length} bytes`);
  execFileSync(aforo, ['report', made, '--lang', 'es', '--format', 'html']);
  check('made again from the folder, it has the same bytes', bytes.equals(readFileSync(file)));

  const {page, said, requests} = await open(browser, file, 1280);
  await tells_the_results(page, new Results(join(made, 'results.json')));
  await saves_a_picture(page);
  await tells_where_one_points(page);
  await fits('1280 px', page);
  await is_accessible('1280 px', page);
  await is_spanish(page);
  await is_sound('1280 px', page, said, requests);

  const phone = await open(browser, file, 375, {timezoneId: 'Pacific/Kiritimati'});
  await fits('375 px', phone.page);
  await is_accessible('375 px', phone.page);
  await is_sound('375 px', phone.page, phone.said, phone.requests);
  const printed = await phone.page.pdf({format: 'A4', preferCSSPageSize: true});
  const sheets = printed.toString('latin1').match(/\/Type\s*\/Page[^s]/g).length;
  check('on paper, eight pages at most without the annexes', sheets <= 8, `${sheets} pages`);
  await phone.page.emulateMedia({media: 'print'});
  const folded = await phone.page.$$eval('details.more table', tables => tables.filter(t => !t.closest('.annex') && !t.checkVisibility()).length);
  check('on paper nothing is folded away', folded === 0, `${folded} tables`);

  execFileSync(aforo, ['report', made, '--lang', 'en']);
  const other = await open(browser, file, 1280);
  await is_sound('in English', other.page, other.said, other.requests);
  check('the English report is English', (await other.page.getAttribute('html', 'lang')) === 'en');
}

async function names_are_only_names(browser) {
  const names = ['<script>alert(1)</script> & "x" \'y\' </script><!--', '=1+1', 'datum.x|[0]\\u003c'];
  for (const name of names) {
    const file = scenario('nombre', `name: ${JSON.stringify(name)}\n` +
      `network: {regions: {arica: {name: ${JSON.stringify(name)}}}, centres: {1: {name: ${JSON.stringify(name)}}, 2: {name: ${JSON.stringify(name)}}}}\n` +
      'horizon: {last_year: 2024}\n');
    const {page, said, requests} = await open(browser, join(run(file, '--replications', '2'), 'report.html'), 1280);
    check(`${name} is the heading`, (await page.textContent('h1')) === name, await page.textContent('h1'));
    await is_sound(name, page, said, requests);
  }
}

async function five_hundred_offices(browser) {
  let centres = '';
  for (let id = 1001; id <= 1438; ++id) centres += `    ${id}: {name: Centro ${id}, region: maule, weight: 1}\n`;
  const file = scenario('quinientas', `name: Quinientas oficinas\nadvisory: {advisors_at_least: 0}\nnetwork:\n  centres:\n${centres}`);
  const made = run(file, '--replications', '2');
  const size = statSync(join(made, 'report.html')).size;
  check('500 offices: under 2 MB', size < 2e6, `${size} bytes`);
  const start = Date.now();
  execFileSync(aforo, ['report', made, '--lang', 'es']);
  console.log(`500 offices: ${size} bytes, made in ${Date.now() - start} ms`);
  const {page, said, requests, milliseconds} = await open(browser, join(made, 'report.html'), 1280);
  console.log(`500 offices: drawn in ${milliseconds} ms`);
  await is_sound('500 offices', page, said, requests);
  await fits('500 offices', page);
}

// A page with every kind of chart that a document can have, and the same of one replication.
async function every_chart(browser) {
  const file = join(folder, 'document.html');
  for (const [options, what] of [[[], 'every chart'], [['once'], 'every chart, once']]) {
    execFileSync(render_samples, [file, ...options]);
    for (const width of [1280, 375]) {
      const {page, said, requests} = await open(browser, file, width);
      check('eleven kinds of charts', (await charts_of(page)).length === 11);
      await is_sound(`${what}, ${width} px`, page, said, requests);
      await fits(`${what}, ${width} px`, page);
      await is_accessible(`${what}, ${width} px`, page);
    }
  }
}

// Runs an experiment and gives the folder that it leaves.
function experiment(command, lang = 'es') {
  const out = mkdtempSync(join(folder, 'out-'));
  const said = execFileSync(aforo, [...command, '--quiet', '--lang', lang, '--replications', '3', '--out', out], {encoding: 'utf8'});
  return said.trim().split('\n').pop().replace(/^(Resultados en|Results in) /, '');
}

// What compare, sweep and explain leave, with hostile names, wide and narrow; table twins hold the figures of results.json.
async function experiments(browser) {
  const hostile = scenario('rival', 'name: \'<b>alert(1)</b> & "x" =1+1\'\nadvisory: {advisors: 320, budget: 12000000 M$}\nhorizon: {last_year: 2025}\n');
  const base = scenario('base', 'name: Base\nhorizon: {last_year: 2025}\n');
  const made = {
    compare: experiment(['compare', base, hostile]),
    sweep: experiment(['sweep', hostile, '--vary', 'demand.arrivals=x0.9:x1.1:3']),
    explain: experiment(['explain', base, hostile]),
    compareInEnglish: experiment(['compare', base, hostile], 'en'),
  };
  for (const [what, where] of Object.entries(made)) {
    for (const width of [1280, 375]) {
      const {page, said, requests} = await open(browser, join(where, 'report.html'), width);
      await is_sound(`${what}, ${width} px`, page, said, requests);
      await fits(`${what}, ${width} px`, page);
      await is_accessible(`${what}, ${width} px`, page);
      if (width === 1280 && what === 'sweep') await tells_the_points(page, JSON.parse(readFileSync(join(where, 'results.json'), 'utf8')));
      if (width === 1280 && what === 'compare') await tells_the_differences(page, JSON.parse(readFileSync(join(where, 'results.json'), 'utf8')));
    }
  }
}

async function tells_the_points(page, results) {
  const rows = await twin_rows(page, 'grafico-respuesta-1');
  check('a row for each point', rows.length === results.axes[0].values.length);
  rows.forEach((row, i) => {
    const point = results.metrics.find((m) => m.metric === 'beneficiaries' && m.year === 2025 && m.level === 'programme' && m.point[0] === results.axes[0].values[i]);
    check(`beneficiaries at ${row[0]}`, near(row[1].split(' ± ')[0], point.mean), row.join(' | '));
  });
}

async function tells_the_differences(page, results) {
  check('the name is only a name', (await page.textContent('#alternativa-1 h2')).includes('<b>alert(1)</b> & "x" =1+1'));
  const rows = await twin_rows(page, 'grafico-diferencias-1');
  const shown = rows.filter((row) => row[1] === '2025');
  const of = (metric) => results.differences.find((d) => d.metric === metric && d.year === 2025 && d.level === 'programme');
  check('beneficiaries of the base', near(shown[0][2], of('beneficiaries').base_mean), shown[0].join(' | '));
  check('beneficiaries of the alternative', near(shown[0][3], of('beneficiaries').alternative_mean), shown[0].join(' | '));
  const wins = await twin_rows(page, 'grafico-destinos-1');
  check('plans that enter', near(wins[0][1].split(' ± ')[0], results.fates.find((f) => f.group === '' && f.fate === 'plans_entering').mean), wins[0].join(' | '));
  check('a bar for each group, twice', (await marks(page, 'grafico-destinos-1', 'rect')) === 2 * wins.length);
}

if (!available()) {
  console.log(`no browser at ${executable}: not tested (./dev setup test installs Debian's chromium)`);
  process.exit(77);
}
mkdirSync(folder, {recursive: true});
try {
  await browse(async (browser) => {
    for (const test of [every_chart, ficha, names_are_only_names, five_hundred_offices, experiments]) await test(browser);
  });
} finally {
  rmSync(folder, {recursive: true, force: true});
}
console.log(failures === 0 ? 'all as it should be' : `${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
