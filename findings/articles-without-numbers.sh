#!/usr/bin/env bash
# A covenant in Word loses 第二条 on the way to text, and the article that refers to it refers to nothing
#
# Versions: mammoth 1.13.0, officeparser 7.8.0; docx-preview 0.4.1 with jsdom 26.1.0 keeps the numbers, which are
# written by docx 9.15.2.
# Expected: 第一条 and 一、 are automatic numbers, of the formats chineseCounting and its kin with a text around them
# (ECMA-376 part 1, 17.18.59 and 17.9.11); what stands on paper stands in the text that is taken from the file.
# Seen: mammoth's text and officeparser's have no number anywhere. mammoth's HTML has a list that counts 1, 2, 3, and no
# word of 第 and 条; a heading that is numbered 一、 has none at all. Neither says that something was left out: whoever puts
# the rules of a community into a database by their articles has none to go by.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  docx@9.15.2 mammoth@1.13.0 officeparser@7.8.0 docx-preview@0.4.1 jsdom@26.1.0

cat >try.cjs <<'EOF'
const { Document, HeadingLevel, LevelFormat, Packer, Paragraph } = require('docx');
const { JSDOM } = require('jsdom');
const mammoth = require('mammoth');
const { parseOffice } = require('officeparser');

const level = (text) => [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text }];
const article = (text) => new Paragraph({ text, numbering: { reference: 'articles', level: 0 } });
const covenant = new Document({
  numbering: {
    config: [
      { reference: 'chapters', levels: level('%1、') },
      { reference: 'articles', levels: level('第%1条') },
    ],
  },
  sections: [
    {
      children: [
        new Paragraph({
          text: '楼道',
          heading: HeadingLevel.HEADING_1,
          numbering: { reference: 'chapters', level: 0 },
        }),
        article('楼道不放杂物。'),
        article('晚十点以后安静。'),
        article('违反第二条的，由居民小组调解。'),
      ],
    },
  ],
});

async function preview(file) {
  const { window } = new JSDOM('<body></body>');
  for (const name of ['document', 'DOMParser', 'Node', 'Element', 'HTMLElement', 'XMLSerializer'])
    globalThis[name] = window[name];
  globalThis.window = window;
  const { renderAsync } = require('docx-preview');
  const page = window.document.createElement('div');
  await renderAsync(file, page);
  return page.innerHTML.match(/content: "[^"]*"counter\([^;]+/g).map((rule) => rule.replace(/\\9/, ''));
}
async function main() {
  const file = await Packer.toBuffer(covenant);
  const lines = (text) => text.split('\n').filter(Boolean).join(' / ');
  console.log('mammoth, text:', lines((await mammoth.extractRawText({ buffer: file })).value));
  const { value, messages } = await mammoth.convertToHtml({ buffer: file });
  console.log('mammoth, HTML:', value, messages);
  console.log('officeparser: ', lines((await parseOffice(file)).toText()));
  console.log('docx-preview: ', (await preview(file)).join(' / '));
}
main();
EOF

cat >seen.txt <<'EOF'
mammoth, text: 楼道 / 楼道不放杂物。 / 晚十点以后安静。 / 违反第二条的，由居民小组调解。
mammoth, HTML: <h1>楼道</h1><ol><li>楼道不放杂物。</li><li>晚十点以后安静。</li><li>违反第二条的，由居民小组调解。</li></ol> []
officeparser:  楼道 / 楼道不放杂物。 / 晚十点以后安静。 / 违反第二条的，由居民小组调解。
docx-preview:  content: ""counter(docx-num-2-0, simp-chinese-informal)"、" / content: "第"counter(docx-num-3-0, simp-chinese-informal)"条"
EOF

node try.cjs | diff seen.txt -
