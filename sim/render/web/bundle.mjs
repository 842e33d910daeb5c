// Bundles the runtime of the charts into one script and writes it, with the style sheet, as a C++ source.
//   node bundle.mjs OUTPUT.cpp     run where node_modules, charts.js and report.css are
import {build} from 'esbuild';
import {readFileSync, writeFileSync} from 'node:fs';

const output = process.argv[2];
const shared = {bundle: true, minify: true, write: false, legalComments: 'none', charset: 'ascii', logLevel: 'warning'};
const script = await build({...shared, entryPoints: ['charts.js'], format: 'iife', platform: 'browser', target: 'es2020'});
const style = await build({...shared, entryPoints: ['report.css'], target: 'chrome90'});

// A raw string literal of C++, whose content is taken as it is. The content must not contain the closing delimiter, end
// the script or style element that it is put into, or have characters that a compiler may change.
function literal(file, name) {
  const text = file.outputFiles[0].text.trimEnd();
  for (const bad of [')bundle"', '\r', '\0', '</script', '</style', '<!--']) {
    if (text.toLowerCase().includes(bad)) throw new Error(`${name} holds ${JSON.stringify(bad)}`);
  }
  return `const std::string_view ${name} = R"bundle(${text})bundle";\n`;
}

writeFileSync(output, `// Made by sim/render/web/bundle.mjs: do not edit.
#include "web.hpp"

namespace aforo::render {

${literal(script, 'chart_script')}${literal(style, 'page_style')}
}  // namespace aforo::render
`);
