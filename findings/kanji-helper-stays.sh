#!/usr/bin/env bash
# After one QR code with node-qrcode's Kanji helper, nobody called 张, 赵 or 兰 gets a code any more
#
# Versions: qrcode 1.5.4, read back with jsqr 1.4.0.
# Expected: an option of a call holds for this call. The helper is documented for smaller codes of Kanji; a text in
# characters that Shift JIS lacks goes into byte mode, as it does without the helper, and a code says what was put in
# (ISO/IEC 18004: Kanji mode is for characters of JIS X 0208, byte mode for any others).
# Seen: `toSJISFunc` is kept for the whole process. Whoever makes a later code without options gets Kanji mode as well:
# 王芳 and 柳巷 are smaller, 张伟, 赵慧敏, 王桂兰 and 李喆 are refused with "Invalid SJIS character", for every Chinese character is
# taken for Kanji. ３－２－５０１ and 三～五号楼 are read by jsQR with another minus and another wave (U+2212 and U+301C), so that a
# door on a code no longer equals the door.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact qrcode@1.5.4 jsqr@1.4.0

cat >try.cjs <<'EOF'
const jsQR = require('jsqr');
const QRCode = require('qrcode');
const toSJIS = require('qrcode/helper/to-sjis');

function read({ modules }) {
  const side = (modules.size + 8) * 6;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const [column, row] = [Math.floor(x / 6) - 4, Math.floor(y / 6) - 4];
      const isInside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
      if (isInside && modules.get(row, column)) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  return jsQR(data, side, side)?.data;
}
function show(text, options) {
  try {
    const code = QRCode.create(text, options);
    const back = read(code);
    const modes = code.segments.map(({ mode }) => mode.id).join(' and ');
    console.log(`  ${text}: ${modes}, ${back === text ? 'as it was written' : `reads ${back}`}`);
  } catch (error) {
    console.log(`  ${text}: ${error.message.split('\n')[0]}`);
  }
}
const texts = ['王芳', '柳巷12号院', '张伟', '赵慧敏', '王桂兰', '李喆', '３－２－５０１', '三～五号楼'];
console.log('without options');
for (const text of texts) show(text);
console.log('with the helper');
show('王芳', { toSJISFunc: toSJIS });
console.log('without options');
for (const text of texts) show(text);
EOF

cat >seen.txt <<'EOF'
without options
  王芳: Byte, as it was written
  柳巷12号院: Byte, as it was written
  张伟: Byte, as it was written
  赵慧敏: Byte, as it was written
  王桂兰: Byte, as it was written
  李喆: Byte, as it was written
  ３－２－５０１: Byte, as it was written
  三～五号楼: Byte, as it was written
with the helper
  王芳: Kanji, as it was written
without options
  王芳: Kanji, as it was written
  柳巷12号院: Kanji and Numeric and Kanji, as it was written
  张伟: Invalid SJIS character: 张
  赵慧敏: Invalid SJIS character: 赵
  王桂兰: Invalid SJIS character: 兰
  李喆: Invalid SJIS character: 喆
  ３－２－５０１: Kanji, reads ３−２−５０１
  三～五号楼: Kanji, reads 三〜五号楼
EOF

node try.cjs | diff seen.txt -
