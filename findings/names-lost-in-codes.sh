#!/usr/bin/env bash
# Four writers of QR codes keep the lower half of each Chinese character, a fifth puts an unseen mark before the name
#
# Versions: qrcode-generator 2.0.4, @liquid-js/qrcode-generator 1.1.6, qr.js 0.0.0, qrcode-terminal 0.12.0, qrcode-svg
# 1.1.0; uqr 0.1.3, qr-image 3.2.0 and bwip-js 4.11.4 write what they should. Read by zxing-wasm 3.1.6 and jsqr 1.4.0.
# Expected: a code says what was put into it, or there is an error. What readers take for text are octets of UTF-8, as
# the three last write them, or of Latin-1, which has no Chinese (ISO/IEC 18004).
# Seen: the first four put `charCode & 0xff` into the code without a word: 王桂兰 (U+738B, U+6842, U+5170) is 8B 42 70, of
# which no reader can make the name again; qrcode-generator has a setting for another code. qrcode-svg writes U+FEFF in
# front, so that what is read is not what was written and finds nobody, and 𠮷 as two halves. Digits come out right in
# all, as addresses of the web do, so that a test with those tells nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  qrcode-generator@2.0.4 @liquid-js/qrcode-generator@1.1.6 qr.js@0.0.0 qrcode-terminal@0.12.0 qrcode-svg@1.1.0 \
  uqr@0.1.3 qr-image@3.2.0 bwip-js@4.11.4 zxing-wasm@3.1.6 jsqr@1.4.0

cat >try.mjs <<'EOF'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { QRCode as LiquidCode } from '@liquid-js/qrcode-generator';
import bwip from 'bwip-js/node';
import jsQR from 'jsqr';
import { encode } from 'uqr';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const require = createRequire(import.meta.url);
const wasm = readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: wasm } });

/** A picture of a code, six points to a module. */
function picture(size, isDark) {
  const side = (size + 8) * 6;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const [column, row] = [Math.floor(x / 6) - 4, Math.floor(y / 6) - 4];
      const isInside = column >= 0 && row >= 0 && column < size && row < size;
      if (isInside && isDark(row, column)) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  return { data, width: side, height: side };
}
const ofRows = (rows) => picture(rows.length, (row, column) => rows[row][column]);
function ofModel(code, text) {
  code.addData(text);
  code.make();
  return picture(code.getModuleCount(), (row, column) => code.isDark(row, column));
}
const generator = require('qrcode-generator');
const qrJs = require('qr.js');
const TerminalCode = require('qrcode-terminal/vendor/QRCode');
const SvgCode = require('qrcode-svg');
const qrImage = require('qr-image');
const writers = {
  'qrcode-generator': (text) => ofModel((generator.default ?? generator)(0, 'M'), text),
  '@liquid-js/qrcode-generator': (text) => ofModel(new LiquidCode(0, 'M'), text),
  'qr.js': (text) => ofRows(qrJs(text).modules),
  'qrcode-terminal': (text) => ofModel(new TerminalCode(-1, 0), text),
  'qrcode-svg': (text) => ofRows(new SvgCode({ content: text }).qrcode.modules),
  uqr: (text) => ofRows(encode(text, { border: 0 }).data),
  'qr-image': (text) => ofRows(qrImage.matrix(text, 'M')),
  'bwip-js': (text) => {
    const [{ pixs, pixx }] = bwip.raw('qrcode', text, '');
    return picture(pixx, (row, column) => pixs[row * pixx + column]);
  },
};
const visible = (text) => JSON.stringify(text).replaceAll('\ufeff', '\\ufeff');
for (const [library, write] of Object.entries(writers)) {
  console.log(library);
  for (const text of ['王桂兰', '李𠮷', '13800138000']) {
    const image = write(text);
    const [byZxing] = await readBarcodes({ ...image, colorSpace: 'srgb' });
    const byJsQR = jsQR(image.data, image.width, image.height);
    const isRight = byZxing?.text === text && byJsQR?.data === text;
    console.log(`  ${text}: ${isRight ? 'as it was written' : `${visible(byZxing.text)} and ${visible(byJsQR.data)}`}`);
  }
}
EOF

cat >seen.txt <<'EOF'
qrcode-generator
  王桂兰: "毅p" and ""
  李𠮷: "NBｷ" and ""
  13800138000: as it was written
@liquid-js/qrcode-generator
  王桂兰: "毅p" and ""
  李𠮷: "NBｷ" and ""
  13800138000: as it was written
qr.js
  王桂兰: "毅p" and ""
  李𠮷: "NBｷ" and ""
  13800138000: as it was written
qrcode-terminal
  王桂兰: "毅p" and ""
  李𠮷: "NBｷ" and ""
  13800138000: as it was written
qrcode-svg
  王桂兰: "\ufeff王桂兰" and "\ufeff王桂兰"
  李𠮷: "�ｿ譚種｡わｾｷ" and ""
  13800138000: as it was written
uqr
  王桂兰: as it was written
  李𠮷: as it was written
  13800138000: as it was written
qr-image
  王桂兰: as it was written
  李𠮷: as it was written
  13800138000: as it was written
bwip-js
  王桂兰: as it was written
  李𠮷: as it was written
  13800138000: as it was written
EOF

node try.mjs | diff seen.txt -
