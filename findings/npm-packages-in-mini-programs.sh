#!/usr/bin/env bash
# WeChat's npm builder finds no valibot, and builds nanoid with Node's crypto inside
#
# Versions: miniprogram-ci 2.1.42 (packNpm, what 构建 npm does), valibot 1.5.0, nanoid 5.1.6, dayjs 1.11.19.
# Expected: a package is found by what its package.json says is its entry: valibot's `main` is ./dist/index.mjs and its
# `exports` name a CommonJS file; nanoid's `browser` and `exports` name a file without Node's modules for every other
# place than Node. A mini-program is no Node.
# Seen: the builder reads `main` alone, adds .js to it (dist/index.mjs.js), and leaves valibot out with a warning, not an
# error; of nanoid it builds the file for Node, whose require('node:crypto') fails on the phone only. dayjs, whose `main`
# is a script for browsers, is built as it should be.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact miniprogram-ci@2.1.42
mkdir app
cd app
echo '{"name":"app","version":"1.0.0"}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact valibot@1.5.0 nanoid@5.1.6 dayjs@1.11.19
echo '{"pages":["index"]}' >app.json
echo '{"appid":"wx0000000000000000","compileType":"miniprogram"}' >project.config.json
echo '{}' >index.json
echo '<view/>' >index.wxml
echo 'Page({})' >index.js
echo 'no key is needed to build' >key
cd ..

cat >try.cjs <<'EOF'
const { existsSync, readFileSync } = require('node:fs');
const ci = require('miniprogram-ci');

const project = new ci.Project({
  appid: 'wx0000000000000000',
  type: 'miniProgram',
  projectPath: `${__dirname}/app`,
  privateKeyPath: `${__dirname}/app/key`,
  ignores: ['node_modules/**/*'],
});
ci.packNpm(project, { reporter: () => {} }).then((warnings) => {
  for (const { jsPath, msg } of warnings) console.log('warning:', jsPath.split('node_modules/')[1], msg);
  for (const name of ['dayjs', 'nanoid', 'valibot']) {
    const path = `app/miniprogram_npm/${name}/index.js`;
    const code = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const required = [...code.matchAll(/require\('(node:[^']+)'\)/g)].map(([, module]) => module);
    console.log(name.padEnd(8), code === '' ? 'not built' : ['built', ...required].join(' '));
  }
});
EOF

cat >seen.txt <<'EOF'
warning: valibot/dist/index.mjs.js Npm package entry file not found
dayjs    built
nanoid   built node:crypto
valibot  not built
EOF

node try.cjs | grep -E '^(warning|dayjs|nanoid|valibot)' | diff seen.txt -
