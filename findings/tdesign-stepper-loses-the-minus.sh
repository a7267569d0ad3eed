#!/usr/bin/env bash
# TDesign's stepper turns a typed -3 into 3, and its input cuts 𠮷 in halves
#
# Version: tdesign-miniprogram 1.16.0; its own component code runs here, with stand-ins for Component and wx. It
# imports tslib without naming it among its dependencies.
# Expected: the stepper's documentation has `min` and `max` without a lower bound of 0, and its minus button goes below
# 0; for the input's `maxcharacter` it says that one Chinese character counts as two.
# Seen: what is typed passes a filter of digits and dot: -3 with min -10 becomes 3 on blur, a deduction an award.
# maxcharacter counts UTF-16 units: 𠮷 counts as 4, and 买𠮷 cut at 4 ends in half a character, which a database refuses
# or stores as �.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  tdesign-miniprogram@1.16.0 tslib@2.8.1 esbuild@0.28.2

cat >try.mjs <<'EOF'
import { build } from 'esbuild';

const root = './node_modules/tdesign-miniprogram/miniprogram_dist/';
const phone = {
  windowWidth: 375,
  screenWidth: 375,
  system: 'iOS',
  platform: 'ios',
  SDKVersion: '3.8.0',
  version: '8.0.50',
};
let stepper;
globalThis.wx = new Proxy({}, { get: () => () => phone });
globalThis.getApp = () => ({});
globalThis.Behavior = (options) => options;
globalThis.Component = (options) => (stepper = options);
const source = `import '${root}stepper/stepper.js'; import { getCharacterLength } from '${root}common/utils.js'; globalThis.count = getCharacterLength;`;
const bundle = await build({
  stdin: { contents: source, resolveDir: '.' },
  bundle: true,
  write: false,
  format: 'iife',
  logLevel: 'error',
});
(0, eval)(bundle.outputFiles[0].text);

function instance(properties) {
  const changes = [];
  const data = { ...properties, currentValue: 0 };
  const own = {
    properties,
    data,
    changes,
    setData: (patch) => Object.assign(data, patch),
    triggerEvent() {},
    _trigger: (name, { value }) => changes.push(value),
  };
  return Object.assign(own, Object.fromEntries(Object.entries(stepper.methods).filter(([name]) => !(name in own))));
}

const typed = instance({ min: -10, max: 10, step: 1, integer: true });
typed.handleBlur({ detail: { value: '-3' } });
const tapped = instance({ min: -10, max: 10, step: 1, integer: true });
tapped.minusValue();
console.log('typed -3:', typed.changes.join(), '| minus tapped:', tapped.changes.join());
for (const text of ['王桂兰', '𠮷', '买𠮷']) {
  const { length, characters } = globalThis.count('maxcharacter', text, 4);
  console.log(text, 'at maxcharacter 4:', length, JSON.stringify(characters));
}
EOF

cat >seen.txt <<'EOF'
typed -3: 3 | minus tapped: -1
王桂兰 at maxcharacter 4: 4 "王桂"
𠮷 at maxcharacter 4: 4 "𠮷"
买𠮷 at maxcharacter 4: 4 "买\ud842"
EOF

TZ=Asia/Shanghai node try.mjs | diff seen.txt -
