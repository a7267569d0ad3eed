#!/usr/bin/env bash
# A loop of two variables in one WXS file leaves every page of an app white; `it\'s` is drawn as it\x27s
#
# Version: miniprogram-compiler 0.2.3, the wcc of WeChat as miniprogram-simulate 1.6.2 uses it.
# Expected: WXS has for with "var", and texts whose quotes are escaped (WXS 语法参考: 语句, 数据类型). A mistake is said
# when it is compiled.
# Seen: `for (var i = 0, n = 3; …)` is compiled without a word to `for (var nv_i = 0, var nv_n = 3; …)`, which no engine
# reads: the program holds all templates of the app. A backslash before a quote or another backslash is kept, and what
# stands behind it is written as \x27, \x22 or \x5c, so that getRegExp("\\d") finds no digit; so are texts of {{ }}.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact miniprogram-compiler@0.2.3

cat >try.cjs <<'EOF'
const { mkdirSync, writeFileSync } = require('node:fs');
const { wxmlToJs } = require('miniprogram-compiler');

globalThis.window = globalThis;

/** What a page draws whose one WXS function has this body. */
function drawn(name, body) {
  mkdirSync(name);
  const script = `module.exports = { f: function (n) { ${body} } };`;
  writeFileSync(`${name}/page.wxml`, `<wxs module="m">${script}</wxs><view>{{m.f(3)}}</view>`);
  const program = wxmlToJs(`${process.cwd()}/${name}`);
  try {
    return new Function(program)()('page.wxml')({}).children[0].children[0];
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

const one = 'var i = 0; var s = 0; for (i = 0; i < n; i++) { s += i; } return s;';
console.log('one variable:', drawn('one', one));
console.log('two variables:', drawn('two', 'var s = 0; for (var i = 0, m = n; i < m; i++) { s += i; } return s;'));
console.log('a quote:', drawn('quote', String.raw`return 'it\'s ' + n;`));
console.log('a digit:', drawn('digit', String.raw`return getRegExp("\\d").test("1");`));
EOF

cat >seen.txt <<'EOF'
one variable: 3
two variables: SyntaxError: Unexpected token 'var'
a quote: it\x27s 3
a digit: false
EOF

TZ=Asia/Shanghai node try.cjs | diff seen.txt -
