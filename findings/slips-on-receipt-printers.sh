#!/usr/bin/env bash
# A printed slip: the points of 王桂兰 stand on a line of their own, and behind 王㛃 the names are in another code
#
# Versions: node-thermal-printer 4.6.1 (EPSON, character set CHINA, 32 columns); receiptline 4.0.4 prints what it
# should.
# Expected: a Chinese character takes two columns of a receipt (24 dots beside 12 in Epson's ESC/POS reference), and the
# right side of leftRight ends at the margin. GB 18030, the code of printers for China, has 㛃 and 䶮; a character that an
# encoding lacks does nothing to others.
# Seen: the library counts UTF-16 units. A name of three characters makes its line three columns too long, the printer
# breaks it, and the points stand below the name, before the next one. CHINA is EUC-CN, without 㛃. The library takes the
# first of its code pages that has it, Big5, and stays with it: what was 高玉英 a line before is now, in a printer's GB
# font, 蔼ド璣. 䶮 is a ?.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  node-thermal-printer@4.6.1 receiptline@4.0.4 iconv-lite@0.7.3

cat >try.cjs <<'EOF'
const iconv = require('iconv-lite');
const { CharacterSet, PrinterTypes, ThermalPrinter } = require('node-thermal-printer');
const receiptline = require('receiptline');

const width = 32;
/** What a printer with a GB 18030 font puts on paper: commands of ESC taken away, lines broken at its width. */
function paper(bytes) {
  const text = iconv.decode(bytes, 'gb18030').replace(/\u001b[\s\S]{2}/g, '');
  return text
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const lines = [''];
      let column = 0;
      for (const character of line) {
        const columns = character.codePointAt(0) > 0x2e80 ? 2 : 1;
        if (column + columns > width) {
          lines.push('');
          column = 0;
        }
        lines.push(lines.pop() + character);
        column += columns;
      }
      return lines;
    });
}
function print(...rows) {
  const printer = new ThermalPrinter({
    type: PrinterTypes.EPSON,
    interface: 'tcp://127.0.0.1:9',
    characterSet: CharacterSet.CHINA,
    width,
  });
  for (const [name, points] of rows) printer.leftRight(name, points);
  return paper(printer.getBuffer());
}
function show(library, lines) {
  console.log(library);
  for (const line of lines) console.log(`|${line.trimEnd().replace(/[\ue000-\uf8ff]/g, '□')}`);
}
show('node-thermal-printer', print(['王桂兰', '5'], ['赵慧敏', '12']));
show('receiptline', receiptline.transform('王桂兰 | 5\n赵慧敏 | 12', { cpl: width, command: 'text' }).trimEnd().split('\n'));
show('node-thermal-printer', print(...['高玉英', '王㛃', '高玉英', '林秀英', '王䶮'].map((name) => [name, '5'])));
EOF

cat >seen.txt <<'EOF'
node-thermal-printer
|王桂兰
|  5
|赵慧敏
| 12
receiptline
|王桂兰                            5
|赵慧敏                           12
node-thermal-printer
|高玉英
|  5
|王鹽
| 5
|蔼ド璣
|  5
|狶╭璣
| 5
|□?
|5
EOF

node try.cjs | diff seen.txt -
