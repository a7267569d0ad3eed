#!/usr/bin/env bash
# pdf-lib reads a JPEG from the start of the memory that its bytes share, not from where its bytes begin
#
# Version: pdf-lib 1.17.1, with jpeg-js 0.4.4 to make a picture; Node 20 and 24.
# Expected: `PDFDocument.embedJpg` takes a Uint8Array; one that is a view into a larger buffer holds the same picture as
# a copy of it. Node hands out such views for every small Buffer, and for whatever is cut out of an upload.
# Seen: JpegEmbedder makes its DataView of `imageData.buffer` and forgets `byteOffset`. A view that begins later is
# refused as no JPEG ("SOI not found in JPEG"); behind another picture it is drawn with that one's width and height.
# embedPng gives the right size of the same kind of view. A copy (`Uint8Array.from`) is embedded as it should be.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact pdf-lib@1.17.1 jpeg-js@0.4.4 pngjs@7.0.0

cat >try.cjs <<'EOS'
const { PDFDocument } = require('pdf-lib');
const { PNG } = require('pngjs');
const { encode } = require('jpeg-js');
const grey = (width, height) => ({ width, height, data: Buffer.alloc(width * height * 4, 128) });
const jpeg = (width, height) => Uint8Array.from(encode(grey(width, height), 80).data);
const png = (width, height) => Uint8Array.from(PNG.sync.write(Object.assign(new PNG({ width, height }), grey(width, height))));
/** The second of two pictures that lie in one buffer. */
function behind(first, second) {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both.subarray(first.length);
}
async function sizeOf(kind, bytes) {
  const document = await PDFDocument.create();
  try {
    const { width, height } = await document[kind](bytes);
    return `${width} x ${height}`;
  } catch (error) {
    return error.message;
  }
}
(async () => {
  const picture = jpeg(24, 40);
  console.log('a copy:', await sizeOf('embedJpg', picture));
  console.log('behind eight other bytes:', await sizeOf('embedJpg', behind(new Uint8Array(8), picture)));
  console.log('behind a picture of 16 x 16:', await sizeOf('embedJpg', behind(jpeg(16, 16), picture)));
  console.log('a copy of that view:', await sizeOf('embedJpg', Uint8Array.from(behind(jpeg(16, 16), picture))));
  console.log('a PNG behind another one:', await sizeOf('embedPng', behind(png(16, 16), png(24, 40))));
})();
EOS
node try.cjs | tee seen
diff seen - <<'EOS'
a copy: 24 x 40
behind eight other bytes: SOI not found in JPEG
behind a picture of 16 x 16: 16 x 16
a copy of that view: 24 x 40
a PNG behind another one: 24 x 40
EOS
