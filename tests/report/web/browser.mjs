// Debian's Chromium, driven by playwright-core: what opens a page from its file, with no server and no connection.
import {chromium} from 'playwright-core';
import {existsSync} from 'node:fs';
import {pathToFileURL} from 'node:url';

export const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';

export function available() {
  return existsSync(executable);
}

export async function browse(work) {
  const browser = await chromium.launch({executablePath: executable, args: ['--no-sandbox', '--disable-lcd-text', '--font-render-hinting=none']});
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

// The page with its charts drawn, and what happened meanwhile: errors, warnings of the console, requests, time to draw.
export async function open(browser, file, width, options = {}) {
  const context = await browser.newContext({
    viewport: {width, height: width < 600 ? 812 : 900},
    // As an official's machine: Chilean Spanish and time.
    locale: 'es-CL',
    timezoneId: 'America/Santiago',
    ...options,
  });
  const page = await context.newPage();
  const said = [];
  const requests = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`exception: ${error.message}`));
  page.on('dialog', async (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) requests.push(request.url());
  });
  const start = Date.now();
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction(() => document.documentElement.dataset.charts === 'drawn', null, {timeout: 60000}).catch(() => {
    said.push('the charts were not drawn');
  });
  return {page, said, requests, milliseconds: Date.now() - start};
}
