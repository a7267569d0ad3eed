#!/usr/bin/env bash
# The line breaker of pdfkit and pdfmake begins a line with the dot of 买买提·艾力
#
# Versions: linebreak 1.1.0 (what pdfkit 0.20 and pdfmake 0.3 break lines with), css-line-break 2.1.0.
# Expected: GB/T 15834-2011, 5.1: the interpunct (间隔号) must not stand at the beginning of a line, a dash or an ellipsis
# must not be divided.
# Seen: both offer a break before U+00B7, and so a narrow card prints a name as 买买提 and ·艾力; UAX 14 leaves the class of
# the character (AI) to the language. With U+30FB or U+2027 in its place both hold it, and …… and —— are kept whole.
# pdfkit is asked too: the second line of a narrow column begins with the dot.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  linebreak@1.1.0 css-line-break@2.1.0 pdfkit@0.20.2 @expo-google-fonts/noto-sans-sc@0.4.3

cat >try.cjs <<'EOF'
const UnicodeLineBreaker = require('linebreak');
const { LineBreaker } = require('css-line-break');

function unicode(text) {
  const parts = [];
  const breaker = new UnicodeLineBreaker(text);
  for (let end = breaker.nextBreak(), start = 0; end; start = end.position, end = breaker.nextBreak())
    parts.push(text.slice(start, end.position));
  return parts.join(' ');
}

function css(text) {
  const parts = [];
  const breaker = LineBreaker(text, { lineBreak: 'strict', wordBreak: 'normal' });
  for (let next = breaker.next(); !next.done; next = breaker.next()) parts.push(next.value.slice());
  return parts.join(' ');
}

for (const text of ['提·艾', '提・艾', '提‧艾', '等……等', '说——不', '好。”他', '（网格员）'])
  console.log(
    text,
    `U+${text.codePointAt(1).toString(16).toUpperCase()}`,
    '| linebreak',
    unicode(text),
    '| css-line-break',
    css(text),
  );

const PDFDocument = require('pdfkit');
const font = 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
const document = new PDFDocument();
document.font(font).fontSize(10);
const lines = [];
document._fragment = (text) => lines.push(text);
document.text('买买提·艾力', 0, 0, { width: 31 });
console.log('pdfkit, 3 characters wide:', lines.join(' / '));
EOF

cat >seen.txt <<'EOF'
提·艾 U+B7 | linebreak 提 · 艾 | css-line-break 提 · 艾
提・艾 U+30FB | linebreak 提・ 艾 | css-line-break 提・ 艾
提‧艾 U+2027 | linebreak 提‧ 艾 | css-line-break 提‧ 艾
等……等 U+2026 | linebreak 等…… 等 | css-line-break 等…… 等
说——不 U+2014 | linebreak 说 —— 不 | css-line-break 说 —— 不
好。”他 U+3002 | linebreak 好。”他 | css-line-break 好。”他
（网格员） U+7F51 | linebreak （网 格 员） | css-line-break （网 格 员）
pdfkit, 3 characters wide: 买买提 / ·艾力
EOF

TZ=Asia/Shanghai node try.cjs | diff seen.txt -
