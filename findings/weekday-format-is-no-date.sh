#!/usr/bin/env bash
# A date shown as its weekday is a number to two spreadsheet readers
#
# Versions: exceljs 4.4.0, @e965/xlsx 0.20.3 with cellDates; read-excel-file 9.3.17 reads dates.
# Expected: a cell whose number format has date codes is a date; aaaa and aaa are the weekday in Chinese and Japanese
# Excel and WPS (星期六, 周六), used for rosters and activity lists; ECMA-376 part 1, 18.8.31.
# Seen: a column formatted aaaa comes as 46326, beside yyyy/m/d in the next column as a Date: in one roster the day is
# there twice, once as a date and once as a five-digit number. A format with a date code beside it, yyyy/m/d aaaa, is a
# date.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  exceljs@4.4.0 @e965/xlsx@0.20.3 read-excel-file@9.3.17

cat >try.mjs <<'EOF'
import ExcelJS from 'exceljs';
import * as XLSX from '@e965/xlsx';
import readExcelFile from 'read-excel-file/node';

const formats = ['yyyy/m/d', 'aaaa', '[$-804]aaaa;@', 'aaa', 'yyyy/m/d aaaa'];
const workbook = new ExcelJS.Workbook();
const sheet = workbook.addWorksheet('值班');
formats.forEach((format, index) => {
  const cell = sheet.getCell(1, index + 1);
  cell.value = 46326;
  cell.numFmt = format;
});
const bytes = await workbook.xlsx.writeBuffer();
const again = new ExcelJS.Workbook();
await again.xlsx.load(bytes);
const sheetjs = XLSX.read(bytes, { cellDates: true }).Sheets['值班'];
const [{ data }] = await readExcelFile(bytes);
const text = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
formats.forEach((format, index) => {
  const column = 'ABCDE'[index];
  console.log(
    format.padEnd(14),
    'exceljs',
    text(again.worksheets[0].getCell(1, index + 1).value),
    'SheetJS',
    text(sheetjs[`${column}1`].v),
    'read-excel-file',
    text(data[0][index]),
  );
});
EOF

cat >seen.txt <<'EOF'
yyyy/m/d       exceljs 2026-10-31 SheetJS 2026-10-31 read-excel-file 2026-10-31
aaaa           exceljs 46326 SheetJS 46326 read-excel-file 2026-10-31
[$-804]aaaa;@  exceljs 46326 SheetJS 46326 read-excel-file 2026-10-31
aaa            exceljs 46326 SheetJS 46326 read-excel-file 2026-10-31
yyyy/m/d aaaa  exceljs 2026-10-31 SheetJS 2026-10-31 read-excel-file 2026-10-31
EOF

TZ=Asia/Shanghai node try.mjs | diff seen.txt -
