#!/usr/bin/env bash
# miniprogram-simulate loads no component of an app whose templates compile to more than a megabyte
#
# Version: miniprogram-simulate 1.6.2 with miniprogram-compiler 0.2.3 (compiler: 'official') and jsdom 26.1.0;
# Node 20.
# Expected: a component is loaded whatever else lies in the app's folder; `compilerOptions` is documented for lists of
# files alone.
# Seen: one component brings the compiled templates of the whole folder with it, through a pipe that takes 1 MiB
# (`spawnSync` with that `maxBuffer`). The app that grows over it loses every test at once, with "spawnSync … ENOBUFS",
# which names neither a template nor a size. An undocumented `compilerOptions.maxBuffer` reaches the compiler and mends
# it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact miniprogram-simulate@1.6.2 \
  miniprogram-compiler@0.2.3 jsdom@26.1.0
chmod -f +x node_modules/miniprogram-compiler/bin/*/* || true

cat >try.cjs <<'EOS'
const { mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('', { url: 'https://app.test' });
Object.assign(global, { window, document: window.document, CustomEvent: window.CustomEvent, Event: window.Event });

/** An app of so many components, each with a list of forty lines. */
function makeApp(name, count) {
  const root = path.resolve(name);
  const line = (at) => `<view class="line {{on ? 'on' : ''}}" data-at="${at}" bind:tap="open">{{title}} ${at} {{note}}</view>`;
  for (let index = 0; index < count; index += 1) {
    const file = path.join(root, `part${index}`, 'part');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.wxml`, Array.from({ length: 40 }, (_, at) => line(at)).join('\n'));
    writeFileSync(`${file}.js`, "Component({ data: { title: 'title', note: 'note', on: true } });");
    writeFileSync(`${file}.json`, '{ "component": true }');
    writeFileSync(`${file}.wxss`, '');
  }
  return root;
}

function load(rootPath, compilerOptions) {
  const simulate = require('miniprogram-simulate');
  try {
    const id = simulate.load(path.join(rootPath, 'part0/part'), { rootPath, compiler: 'official', compilerOptions });
    return simulate.render(id).toJSON().children.length + ' lines';
  } catch (error) {
    return error.code ?? error.message;
  }
}
console.log('20 components:', load(makeApp('small', 20)));
console.log('200 components:', load(makeApp('large', 200)));
console.log('200 components, with room:', load(path.resolve('large'), { maxBuffer: 64 * 1024 * 1024 }));
EOS
node try.cjs | tee seen
diff seen - <<'EOS'
20 components: 40 lines
200 components: ENOBUFS
200 components, with room: 40 lines
EOS
