#!/usr/bin/env bash
# 2026年10月31日 of a Chinese workbook is the number 46326 to ExcelJS, and 1998年7月 is the first of July to SheetJS
#
# Versions: exceljs 4.4.0, @e965/xlsx 0.20.3 (SheetJS) with cellDates; read-excel-file 9.3.17 reads days. The book is
# written by SheetJS; its styles are put in here as a Chinese Excel saves them.
# Expected: ECMA-376 part 1, 18.8.30: in zh-CN the formats 27 to 36 and 50 to 58 are built in, so that a book names them
# by number alone. 31 is yyyy"年"m"月"d"日", 57 (27, 36) yyyy"年"m"月", 58 (28) m"月"d"日"; these are what 设置单元格格式, 日期 offers.
# Seen: ExcelJS has no date in a column of any of them. SheetJS has the day and shows it as 7/1/98, in JSON with raw:
# false and in CSV as well: whoever joined in a month that a book gives has joined on its first day. A number format
# that the book spells out is read by all three.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  exceljs@4.4.0 @e965/xlsx@0.20.3 read-excel-file@9.3.17

cat >try.mjs <<'EOF'
import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import readExcelFile from 'read-excel-file/node';

const cells = [
  ['yyyy"年"m"月"d"日", spelled', 46326, 176],
  ['31 yyyy"年"m"月"d"日"', 46326, 31],
  ['57 yyyy"年"m"月"', 35977, 57],
  ['27 yyyy"年"m"月"', 35977, 27],
  ['58 m"月"d"日"', 46326, 58],
];
const { CFB } = XLSX;
const plain = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(plain, XLSX.utils.aoa_to_sheet([cells.map(([, value]) => value)]), '名册');
const zip = CFB.read(XLSX.write(plain, { type: 'buffer', bookType: 'xlsx' }), { type: 'buffer' });
function change(path, edit) {
  const text = Buffer.from(CFB.find(zip, path).content).toString();
  CFB.utils.cfb_add(zip, path, Buffer.from(edit(text)));
}
const spelled = '<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>';
const xf = (format) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
const formats = [0, ...cells.map(([, , format]) => format)];
change('/xl/styles.xml', (text) =>
  text
    .replace(/<numFmts[\s\S]*?<\/numFmts>/, '')
    .replace(/(<styleSheet[^>]*>)/, `$1<numFmts count="1">${spelled}</numFmts>`)
    .replace(/<cellXfs[\s\S]*?<\/cellXfs>/, `<cellXfs count="${formats.length}">${formats.map(xf).join('')}</cellXfs>`),
);
let style = 0;
change('/xl/worksheets/sheet1.xml', (text) =>
  text.replace(/<c r="([A-Z]1)"[^>]*>/g, (_, place) => `<c r="${place}" s="${++style}">`),
);
const book = Buffer.from(CFB.write(zip, { fileType: 'zip', type: 'buffer' }));

const text = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
const exceljs = new ExcelJS.Workbook();
await exceljs.xlsx.load(book);
const sheetjs = XLSX.read(book, { cellDates: true, UTC: true }).Sheets['名册'];
const [shown] = XLSX.utils.sheet_to_json(sheetjs, { header: 1, raw: false });
const [{ data }] = await readExcelFile(book);
cells.forEach(([name], index) =>
  console.log(
    `${name}: exceljs ${text(exceljs.worksheets[0].getCell(1, index + 1).value)}`,
    `| SheetJS ${text(sheetjs[`${'ABCDE'[index]}1`].v)} shown ${shown[index]}`,
    `| read-excel-file ${text(data[0][index])}`,
  ),
);
EOF

cat >seen.txt <<'EOF'
yyyy"年"m"月"d"日", spelled: exceljs 2026-10-31 | SheetJS 2026-10-31 shown 2026年10月31日 | read-excel-file 2026-10-31
31 yyyy"年"m"月"d"日": exceljs 46326 | SheetJS 2026-10-31 shown 10/31/26 | read-excel-file 2026-10-31
57 yyyy"年"m"月": exceljs 35977 | SheetJS 1998-07-01 shown 7/1/98 | read-excel-file 1998-07-01
27 yyyy"年"m"月": exceljs 35977 | SheetJS 1998-07-01 shown 7/1/98 | read-excel-file 1998-07-01
58 m"月"d"日": exceljs 46326 | SheetJS 2026-10-31 shown 10/31/26 | read-excel-file 2026-10-31
EOF

TZ=Asia/Shanghai node try.mjs | diff seen.txt -
