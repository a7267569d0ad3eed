#!/usr/bin/env bash
# jsQR reads a code in the Chinese mode of QR codes, which says 王桂兰柳巷号院, as 29 digits
#
# Versions: jsqr 1.4.0, @zxing/library 0.21.3, @paulmillr/qr 0.3.0; zxing-wasm 3.1.6 (zxing-cpp) reads all; the codes
# are written by @nuintun/qrcode 5.0.3.
# Expected: GB/T 18284-2000, the Chinese standard of QR codes, has a mode of its own for the characters of GB 2312,
# 1101, with 13 bits each where UTF-8 takes 24. ISO/IEC 18004 has ECI, of which 29 is GB 2312 and 32 GB 18030 (AIM's
# register). What a reader does not know it is to refuse, and not to read on.
# Seen: jsQR knows none of them. It passes over the four bits of the mode and reads the rest as other modes: here as
# digits, of which none stands in the code. Of an ECI other than UTF-8 it makes an empty text, which is a code that was
# found. @zxing/library refuses ECI 32, @paulmillr/qr every ECI and the mode; both with an error.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  jsqr@1.4.0 @zxing/library@0.21.3 @paulmillr/qr@0.3.0 zxing-wasm@3.1.6 @nuintun/qrcode@5.0.3 iconv-lite@0.7.3

cat >try.mjs <<'EOF'
import { readFileSync } from 'node:fs';
import { Byte, Charset, Encoder, Hanzi, Numeric } from '@nuintun/qrcode';
import paulmillr from '@paulmillr/qr/decode.js';
import * as zxing from '@zxing/library';
import iconv from 'iconv-lite';
import jsQR from 'jsqr';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: wasm } });
const encoder = new Encoder({ level: 'M', encode: (text, charset) => iconv.encode(text, charset.label) });
const codes = {
  'UTF-8': [new Byte('王桂兰柳巷号院', Charset.UTF_8)],
  'mode 1101': [new Hanzi('王桂兰柳巷号院')],
  'mode 1101, three characters': [new Hanzi('王桂兰')],
  'mode 1101, and digits': [new Hanzi('柳巷'), new Numeric('12'), new Hanzi('号院')],
  'ECI 29': [new Byte('王桂兰柳巷号院', Charset.GB2312)],
  'ECI 32': [new Byte('王桂兰柳巷号院', Charset.GB18030)],
};

/** A picture of the code, six points to a module. */
function picture(code) {
  const side = (code.size + 8) * 6;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const [column, row] = [Math.floor(x / 6) - 4, Math.floor(y / 6) - 4];
      const isInside = column >= 0 && row >= 0 && column < code.size && row < code.size;
      if (isInside && code.get(column, row)) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  return { data, width: side, height: side };
}
const readers = {
  jsQR: ({ data, width, height }) => jsQR(data, width, height)?.data,
  '@zxing/library': ({ data, width, height }) => {
    const grey = Uint8ClampedArray.from({ length: width * height }, (_, index) => data[index * 4]);
    const source = new zxing.RGBLuminanceSource(grey, width, height);
    return new zxing.QRCodeReader().decode(new zxing.BinaryBitmap(new zxing.HybridBinarizer(source))).getText();
  },
  '@paulmillr/qr': paulmillr,
  'zxing-wasm': async (image) => (await readBarcodes({ ...image, colorSpace: 'srgb' }))[0]?.text,
};
for (const [name, segments] of Object.entries(codes)) {
  console.log(name);
  for (const [library, read] of Object.entries(readers)) {
    let text;
    try {
      text = JSON.stringify(await read(picture(encoder.encode(...segments)))) ?? 'no code';
    } catch {
      text = 'an error';
    }
    console.log(`  ${library}: ${text}`);
  }
}
EOF

cat >seen.txt <<'EOF'
UTF-8
  jsQR: "王桂兰柳巷号院"
  @zxing/library: "王桂兰柳巷号院"
  @paulmillr/qr: an error
  zxing-wasm: "王桂兰柳巷号院"
mode 1101
  jsQR: "89011897973063150179858469007"
  @zxing/library: "王桂兰柳巷号院"
  @paulmillr/qr: an error
  zxing-wasm: "王桂兰柳巷号院"
mode 1101, three characters
  jsQR: "8901189797280"
  @zxing/library: "王桂兰"
  @paulmillr/qr: an error
  zxing-wasm: "王桂兰"
mode 1101, and digits
  jsQR: "315762900"
  @zxing/library: "柳巷12号院"
  @paulmillr/qr: an error
  zxing-wasm: "柳巷12号院"
ECI 29
  jsQR: ""
  @zxing/library: "王桂兰柳巷号院"
  @paulmillr/qr: an error
  zxing-wasm: "王桂兰柳巷号院"
ECI 32
  jsQR: ""
  @zxing/library: an error
  @paulmillr/qr: an error
  zxing-wasm: "王桂兰柳巷号院"
EOF

node try.mjs | diff seen.txt -
