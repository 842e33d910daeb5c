// The page in a browser, opened from its file: a lever is moved, simulated, and its figures are those of the native
// program to the last digit; then saved, and opened again.
//   node page.mjs AFORO SOURCE_FOLDER PAGE.html SCREENSHOTS     ends with 1 if a test fails
import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {browse} from './browser.mjs';

const [aforo, source, empty_page, screenshots] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'aforo-page-'));
mkdirSync(screenshots, {recursive: true});
let failures = 0;

function check(what, passed, detail = '') {
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${what}${passed || !detail ? '' : `\n        ${detail}`}`);
  if (!passed) failures += 1;
}

const file = join(folder, 'simulador.html');
execFileSync(aforo, ['page', 'scenarios/ficha-2024.yaml', 'scenarios/presupuesto', '--lang', 'es', '-o', file],
  {cwd: source, env: {...process.env, AFORO_PAGE: empty_page}});
const size = statSync(file).size;
console.log(`       ${(size / 1048576).toFixed(2)} MB`);
check('the file has at most 4 MB', size <= 4 * 1048576);

// What the native program says of a scenario that the page saved.
function native(yaml, replications) {
  cpSync(join(source, 'scenarios'), join(folder, 'scenarios'), {recursive: true});
  writeFileSync(join(folder, 'scenarios/simulador.yaml'), yaml);
  const json = execFileSync(aforo, ['run', 'scenarios/simulador.yaml', '--seed', '2024', '--replications', String(replications), '--json', '--quiet'],
    {cwd: folder, maxBuffer: 1 << 30});
  return JSON.parse(json);
}

async function open(browser, path, width) {
  const context = await browser.newContext({viewport: {width, height: width < 600 ? 812 : 900}, locale: 'es-CL', acceptDownloads: true});
  const page = await context.newPage();
  const said = [], requests = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`exception: ${error.message}`));
  page.on('dialog', async (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) requests.push(request.url());
  });
  const start = Date.now();
  await page.goto(pathToFileURL(path).href);
  await page.waitForSelector('html[data-page="ready"]', {timeout: 120000});
  return {page, said, requests, milliseconds: Date.now() - start};
}

const quiet = (what, {said, requests}) => {
  check(`${what}: the console stays silent`, said.length === 0, said.join('\n        '));
  check(`${what}: no request`, requests.length === 0, requests.join(' '));
};

async function accessible(what, page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, {iframes: false, resultTypes: ['violations']}));
  for (const v of found.violations.filter((v) => ['serious', 'critical'].includes(v.impact)))
    check(`${what}: ${v.id}`, false, `${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(' | ')}`);
}

async function simulated(page, replications) {
  const before = await page.locator('#status').getAttribute('data-digest');
  await page.fill('#replications', String(replications));
  await page.locator('#replications').blur();
  await page.click('#simulate');
  await page.waitForFunction((old) => {
    const status = document.getElementById('status');
    return (status.dataset.digest ?? null) !== old && !document.getElementById('simulate').disabled;
  }, before, {timeout: 600000});
  return page.locator('#status').getAttribute('data-digest');
}

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  return readFileSync(await download.path());
}

const report = (page) => page.frameLocator('#report');

async function move(page, path, value) {
  await page.fill('#search', path);
  await page.fill(`[data-path="${path}"]`, value);
  await page.locator(`[data-path="${path}"]`).blur();
  await page.waitForFunction((text) => document.getElementById('moved').textContent.includes(text), value);
}

await browse(async (browser) => {
  const opened = await open(browser, file, 1280);
  const {page} = opened;
  console.log(`       ready after ${opened.milliseconds} ms`);
  await page.screenshot({path: join(screenshots, 'page-1-opened.png')});
  await accessible('opened', page);

  await move(page, 'advisory.advisors', '341');
  await page.screenshot({path: join(screenshots, 'page-2-moved.png')});
  const start = Date.now();
  await simulated(page, 10);
  console.log(`       10 replications of base and alternative, and the report: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  await page.waitForTimeout(1500);
  await page.screenshot({path: join(screenshots, 'page-3-compared.png')});
  await accessible('compared', page);
  check('it says what changed', (await report(page).locator('h1').count()) === 1);

  await page.click('[data-tab="report"]');
  await page.waitForSelector('[data-tab="report"][aria-pressed="true"]');
  const cells = await report(page).locator('tr', {hasText: 'Población Beneficiaria'}).first().locator('td').allTextContents();
  await page.waitForTimeout(1500);
  await page.screenshot({path: join(screenshots, 'page-4-report.png'), fullPage: true});

  await page.click('summary:has-text("Guardar")');
  const yaml = (await downloaded(page, '#save_yaml')).toString();
  const results = native(yaml, 10);
  const beneficiaries = results.metrics.find((m) => m.metric === 'beneficiaries' && m.year === 2027 && m.level === 'programme');
  const shown = Math.round(beneficiaries.mean).toLocaleString('de-DE');
  check('«Población Beneficiaria 2027» is that of the native program', cells.some((c) => c.replaceAll('\u00a0', ' ').includes(shown)), `${cells} for ${shown}`);
  await page.fill('#search', '');

  // The whole of it: a run of the same delta alone has the digest of the native run.
  const own = await open(browser, file, 1280);
  await own.page.locator('summary:has-text("texto")').click();
  await own.page.fill('#text', yaml);
  await own.page.click('#use-text');
  await own.page.waitForFunction(() => document.getElementById('moved').textContent.includes('texto'));
  await simulated(own.page, 3);
  await own.page.click('summary:has-text("Guardar")');
  await own.page.waitForFunction(() => !document.getElementById('save_csv').disabled);
  const compared = JSON.parse(await downloaded(own.page, '#save_json'));
  check('results as JSON', compared.replications === 3 && compared.alternatives.length === 1);

  // Mistakes and scripts in the text.
  await own.page.fill('#text', 'aforo: 1\nname: "<img src=x onerror=alert(1)>"\nextends: ficha-2024.yaml\nadvisory: {advisors: <script>alert(1)</script>}\n');
  await own.page.click('#use-text');
  await own.page.waitForSelector('#errors li');
  check('a mistake has its line', (await own.page.locator('#errors li button').first().textContent()) === 'línea 4');
  check('one cannot simulate it', await own.page.locator('#simulate').isDisabled());
  await own.page.screenshot({path: join(screenshots, 'page-5-mistake.png')});
  await own.page.click('#undo');
  await own.page.waitForSelector('#errors li', {state: 'detached'});
  quiet('text', own);

  // Saved with its state, it gives the same.
  const again = join(folder, 'again.html');
  writeFileSync(again, await downloaded(page, '#save_page'));
  const digest = await simulated(page, 2);
  const reopened = await open(browser, again, 375);
  check('a saved page has its levers', (await reopened.page.locator('#moved').textContent()).includes('341'));
  await reopened.page.screenshot({path: join(screenshots, 'page-6-phone.png')});
  check('and gives the same figures', (await simulated(reopened.page, 2)) === digest);
  await reopened.page.waitForTimeout(1500);
  await reopened.page.screenshot({path: join(screenshots, 'page-7-phone-report.png'), fullPage: true});
  const [content, window] = await reopened.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  check('it fits a phone', content <= window, `${content} px in ${window}`);
  quiet('saved', reopened);

  // Stopped, what was finished is told; the page answers meanwhile.
  await page.fill('#replications', '400');
  await page.locator('#replications').blur();
  await page.click('#simulate');
  await page.waitForSelector('#stop:not([hidden])');
  await page.waitForFunction(() => /Simulando: ([2-9]|\d\d)/.test(document.getElementById('status').textContent), null, {timeout: 120000});
  await page.click('#stop');
  await page.waitForFunction(() => /Detenido con/.test(document.getElementById('status').textContent), null, {timeout: 120000});
  check('stopped, it tells what is finished', true);
  quiet('the whole session', opened);
});
rmSync(folder, {recursive: true});
process.exit(failures ? 1 : 0);
