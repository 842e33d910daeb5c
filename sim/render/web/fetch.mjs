// Fetches the packages that a lock file pins, each checked against its hash there, without npm, which on a bare Debian
// drags in hundreds of packages. Nothing of a package is run.
//   node fetch.mjs package-lock.json FOLDER     leaves FOLDER/node_modules
// The registry is the one that npm would ask: npm says so where it is installed, else Debian's node-registry-url.
// https_proxy and no_proxy are honoured; registries that want a password are not.
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import {createRequire} from 'node:module';
import {dirname, join, normalize} from 'node:path';
import tls from 'node:tls';
import {gunzipSync} from 'node:zlib';

const [lock, folder] = process.argv.slice(2);
const atOnce = 8, attempts = 4, patience = 60_000;  // ms

async function registry() {
  let url;
  try {
    url = execFileSync('npm', ['config', 'get', 'registry'], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).trim();
  } catch {
    try {
      url = (await import('/usr/share/nodejs/registry-url/index.js')).default();
    } catch {
      throw new Error("neither npm nor Debian's node-registry-url is installed, which know where packages are");
    }
  }
  return url.endsWith('/') ? url : `${url}/`;
}

// A connection through the proxy of the environment, or nothing where none applies.
function tunnel(url) {
  const proxy = process.env.https_proxy || process.env.HTTPS_PROXY;
  const except = (process.env.no_proxy || process.env.NO_PROXY || '').split(',').map((name) => name.trim()).filter(Boolean);
  const isExcepted = except.some((name) => name === '*' || url.hostname.endsWith(name.replace(/^\*/, '')));
  if (!proxy || url.protocol !== 'https:' || isExcepted) return Promise.resolve();
  const by = new URL(proxy.includes('://') ? proxy : `http://${proxy}`);
  const headers = by.username
    ? {'Proxy-Authorization': `Basic ${Buffer.from(`${decodeURIComponent(by.username)}:${decodeURIComponent(by.password)}`).toString('base64')}`}
    : {};
  return new Promise((resolve, reject) => {
    http.request({host: by.hostname, port: by.port || 80, method: 'CONNECT', path: `${url.hostname}:${url.port || 443}`, headers})
      .on('connect', (answer, socket) => {
        if (answer.statusCode === 200) resolve(tls.connect({socket, servername: url.hostname}));
        else reject(new Error(`the proxy answers ${answer.statusCode}`));
      })
      .on('error', reject)
      .end();
  });
}

async function get(address, redirects = 5) {
  const url = new URL(address);
  const socket = await tunnel(url);
  const {get: ask} = url.protocol === 'http:' ? http : https;
  const answer = await new Promise((resolve, reject) => {
    const request = ask(url, socket ? {createConnection: () => socket} : {}, resolve).on('error', reject);
    request.setTimeout(patience, () => request.destroy(new Error('no answer')));
  });
  if (answer.statusCode >= 300 && answer.statusCode < 400 && answer.headers.location && redirects > 0) {
    answer.resume();
    return get(new URL(answer.headers.location, url), redirects - 1);
  }
  if (answer.statusCode !== 200) {
    answer.resume();
    throw new Error(`answer ${answer.statusCode}`);
  }
  const pieces = [];
  for await (const piece of answer) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function insistently(address) {
  for (let i = 1; ; ++i) {
    try {
      return await get(address);
    } catch (error) {
      if (i === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1000 * i * i));
    }
  }
}

function check(bytes, integrity) {
  const wanted = integrity.split(' ').find((one) => one.startsWith('sha512-'));
  if (!wanted) throw new Error('the lock file has no sha512 of it');
  if (createHash('sha512').update(bytes).digest('base64') !== wanted.slice(7)) throw new Error('its hash is not that of the lock file');
}

// The files of a tar archive: [path, content, may be run]. Only what packages have: files, folders, long names.
function* untar(tar) {
  const text = (at, length) => tar.subarray(at, at + length).toString('utf8').replace(/\0.*$/s, '');
  for (let at = 0, path = ''; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = parseInt(text(at + 124, 12), 8) || 0;
    const type = text(at + 156, 1) || '0';
    const content = tar.subarray(at + 512, at + 512 + size);
    if (type === 'x') {
      path = /\d+ path=(.*)\n/.exec(content.toString('utf8'))?.[1] ?? '';
    } else {
      const prefix = text(at + 345, 155);
      const name = path || (prefix ? `${prefix}/` : '') + text(at, 100);
      path = '';
      if (type === '0') yield [name, content, (parseInt(text(at + 100, 8), 8) & 0o100) !== 0];
      else if (type !== '5' && type !== 'g') throw new Error(`an entry of type ${type}: ${name}`);
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function unpack(tarball, to) {
  for (const [name, content, isProgram] of untar(gunzipSync(tarball))) {
    const path = normalize(name.split('/').slice(1).join('/'));  // without the folder that holds all
    if (path.startsWith('..') || path.startsWith('/')) throw new Error(`a file outside of the package: ${name}`);
    const file = join(to, path);
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, content);
    if (isProgram) chmodSync(file, 0o755);
  }
}

const isForHere = ({os, cpu}) => (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch));

async function main() {
  const {packages} = JSON.parse(readFileSync(lock, 'utf8'));
  const wanted = Object.entries(packages).filter(([path, one]) => path !== '' && isForHere(one));
  const from = await registry();
  rmSync(join(folder, 'node_modules'), {recursive: true, force: true});
  let bytes = 0;
  const fetch = async ([path, {version, integrity}]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    try {
      const tarball = await insistently(`${from}${name}/-/${name.split('/').pop()}-${version}.tgz`);
      check(tarball, integrity);
      unpack(tarball, join(folder, path));
      bytes += tarball.length;
    } catch (error) {
      throw new Error(`${name} ${version}: ${error.message}`);
    }
  };
  const number = wanted.length;
  await Promise.all(Array.from({length: atOnce}, async () => {
    while (wanted.length > 0) await fetch(wanted.shift());
  }));
  console.log(`${number} packages, ${(bytes / 1e6).toFixed(1)} MB`);
}

try {
  await main();
} catch (error) {
  console.error(`fetch.mjs: ${error.message}`);
  process.exit(1);
}
