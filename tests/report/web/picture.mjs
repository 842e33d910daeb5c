// Takes pictures of a report:  node picture.mjs REPORT.html WIDTH OUTPUT.png [SELECTOR | full]
// WIDTH is that of the window, and may say how large its pixels come out: 1100@0.9.
import {browse, open} from './browser.mjs';

const [file, size, output, what] = process.argv.slice(2);
const [width, scale] = size.split('@').map(Number);
await browse(async (browser) => {
  const {page, said, milliseconds} = await open(browser, file, width, {deviceScaleFactor: scale ?? 1});
  if (said.length) console.error(said.join('\n'));
  console.error(`drawn in ${milliseconds} ms`);
  if (what && what !== 'full') {
    await page.locator(what).first().screenshot({path: output});
  } else {
    await page.screenshot({path: output, fullPage: what === 'full'});
  }
});
