// Makes the page of the simulator, without scenarios, as one HTML file; `aforo page` puts the scenarios in.
//   node bundle.mjs ENGINE.js OUTPUT.html     run where node_modules, page.js and the other sources are
import {build} from 'esbuild';
import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {resolve} from 'node:path';
import {gzipSync} from 'node:zlib';

const [engine, output] = process.argv.slice(2);
const shared = {bundle: true, minify: true, write: false, legalComments: 'none', charset: 'ascii', logLevel: 'warning'};
const text_of = (made) => made.outputFiles[0].text.trimEnd();
const script = text_of(await build({...shared, entryPoints: ['page.js'], format: 'iife', platform: 'browser', target: 'es2022'}));
const style = text_of(await build({...shared, entryPoints: ['page.css'], target: 'chrome95'}));
const worker = `${readFileSync(engine, 'utf8')}\n${readFileSync('worker.js', 'utf8')}`;

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const packed = (bytes) => gzipSync(bytes, {level: 9}).toString('base64');
for (const text of [script, style]) {
  if (/<\/(script|style)|<!--|\r/i.test(text)) throw new Error('a script or style would end its own element');
}

// Reports are drawn in frames of this page, which its policy covers: their script and style are named too.
const module = await createRequire(import.meta.url)(resolve(engine))();
const report = module.ask({ask: 'blank'});
const of_report = (what) => report.match(new RegExp(`${what} (&#39;|')(sha256-[^'&]+)`))[2];
const policy = `default-src 'none'; script-src ${hash(script)} '${of_report('script-src')}' 'wasm-unsafe-eval' blob:; worker-src blob:; ` +
  `style-src ${hash(style)} '${of_report('style-src')}'; img-src data: blob:; base-uri 'none'; form-action 'none'`;

const page = `<!DOCTYPE html>
<html lang="es-CL">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>aforo</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<noscript><p>Este archivo simula en el navegador, con JavaScript. · This file simulates in the browser, with JavaScript.</p></noscript>
<script type="application/json" id="data">{}</script>
<script type="application/octet-stream" id="worker">${packed(worker)}</script>
<script type="application/octet-stream" id="engine">${packed(readFileSync(engine.replace(/\.js$/, '.wasm')))}</script>
<script>${script}</script>
</body>
</html>
`;
writeFileSync(output, page);
console.log(`${output}: ${(page.length / 1048576).toFixed(2)} MB`);
if (page.length > 4 * 1048576) throw new Error('the page is larger than 4 MB');
