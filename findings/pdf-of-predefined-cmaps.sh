#!/usr/bin/env bash
# The names in an official PDF are nothing to pdf-parse and unpdf, and 王桂兰 is 췵맰삼 to pdf2json
#
# Versions: pdf-parse 2.4.5, unpdf 1.7.0, pdf2json 4.0.3; @hyzyla/pdfium 2.1.13 and pdf.js-extract 1.0.1 read them all.
# Expected: ISO 32000-1, 9.7.5.2 and 9.10.2: GB-EUC-H, GBK-EUC-H, UniGB-UCS2-H and others are CMaps that a reader has; a
# font of the collection Adobe-GB1 that names one needs no ToUnicode of its own for its text to be extracted.
# Typesetters of official documents write titles and names in such fonts, beside others that are embedded.
# Seen: pdf-parse and unpdf leave out what is written in them, without an error, and give the rest of the page: here the
# number of the notice, without its people. Told where the CMaps lie (cMapUrl; pdf-parse installs them), both read it.
# pdf2json reads three of the four right and takes the octets of GB-EUC-H for Unicode, where they are Korean syllables.
# The pages are written here, object by object.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  pdf-parse@2.4.5 unpdf@1.7.0 pdf2json@4.0.3 @hyzyla/pdfium@2.1.13 pdf.js-extract@1.0.1 iconv-lite@0.7.3

cat >read.mjs <<'EOF'
import { readFileSync, writeFileSync } from 'node:fs';
import iconv from 'iconv-lite';

const [, , library, encoding] = process.argv;
const utf16 = (text) => Buffer.from(text, 'utf16le').swap16();
const encoders = {
  'GB-EUC-H': (text) => iconv.encode(text, 'gb2312'),
  'GBK-EUC-H': (text) => iconv.encode(text, 'gbk'),
  'UniGB-UCS2-H': utf16,
  'UniGB-UTF16-H': utf16,
};

/** A page with a line in Helvetica and one in a font that a system brings along. */
function page() {
  const name = `<${encoders[encoding]('王桂兰').toString('hex')}>`;
  const content = `BT /F1 16 Tf 60 760 Td (No. 12) Tj ET BT /F2 16 Tf 60 730 Td ${name} Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-${encoding} /Encoding /${encoding}
/DescendantFonts [7 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 8 0 R /DW 1000
/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>`,
    `<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0
/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`,
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return file + table + trailer;
}
writeFileSync('page.pdf', page(), 'latin1');
const bytes = () => Uint8Array.from(readFileSync('page.pdf'));

const readers = {
  async 'pdf-parse'() {
    const { PDFParse } = await import('pdf-parse');
    return (await new PDFParse({ data: bytes() }).getText({ pageJoiner: '' })).text;
  },
  async unpdf() {
    const { extractText } = await import('unpdf');
    return (await extractText(bytes(), { mergePages: true })).text;
  },
  async pdf2json() {
    const { default: Parser } = await import('pdf2json');
    const parser = new Parser(null, true);
    const text = new Promise((resolve, reject) => {
      parser.on('pdfParser_dataError', reject);
      parser.on('pdfParser_dataReady', () => resolve(parser.getRawTextContent().replace(/-+Page.*/, '')));
    });
    parser.parseBuffer(Buffer.from(bytes().buffer));
    return text;
  },
  async 'pdf.js-extract'() {
    const { PDFExtract } = await import('pdf.js-extract');
    const { pages } = await new PDFExtract().extract('page.pdf', {});
    return pages[0].content.map(({ str }) => str).join(' ');
  },
  async pdfium() {
    const { PDFiumLibrary } = await import('@hyzyla/pdfium');
    const pdfium = await PDFiumLibrary.init();
    const document = await pdfium.loadDocument(bytes());
    const text = document.getPage(0).getText();
    document.destroy();
    pdfium.destroy();
    return text;
  },
};
const text = await readers[library]();
console.log(`${library}: ${text.replace(/\s+/g, ' ').trim()}`);
EOF

cat >seen.txt <<'EOF'
GB-EUC-H
pdfium: No. 12 王桂兰
pdf.js-extract: No. 12 王桂兰
pdf-parse: No. 12
unpdf: No. 12
pdf2json: 췵맰삼 No. 12
GBK-EUC-H
pdfium: No. 12 王桂兰
pdf.js-extract: No. 12 王桂兰
pdf-parse: No. 12
unpdf: No. 12
pdf2json: 王桂兰 No. 12
UniGB-UCS2-H
pdfium: No. 12 王桂兰
pdf.js-extract: No. 12 王桂兰
pdf-parse: No. 12
unpdf: No. 12
pdf2json: 王桂兰 No. 12
UniGB-UTF16-H
pdfium: No. 12 王桂兰
pdf.js-extract: No. 12 王桂兰
pdf-parse: No. 12
unpdf: No. 12
pdf2json: 王桂兰 No. 12
EOF

for encoding in GB-EUC-H GBK-EUC-H UniGB-UCS2-H UniGB-UTF16-H; do
  echo "$encoding"
  for library in pdfium pdf.js-extract pdf-parse unpdf pdf2json; do
    node read.mjs "$library" "$encoding" 2>errors.txt
  done
done | grep -v '^Warning' | diff seen.txt -
