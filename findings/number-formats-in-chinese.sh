#!/usr/bin/env bash
# [DBNum2] of a Chinese workbook becomes a dollar sign, nothing, or a date
#
# Versions: @e965/xlsx 0.20.3 (SheetJS; the same in ssf 0.11.2), numfmt 4.0.1, hyperformula 3.5.0; written by exceljs
# 4.4.0.
# Expected: [DBNum1] and [DBNum2] before a number format print Chinese numerals, 107 as 一百〇七 and 壹佰零柒: Chinese Excel
# offers them as 中文小写数字 and 中文大写数字, LibreOffice's help lists them among its number format codes. 上午/下午 is the AM/PM of
# built-in format 34 in zh-CN (ECMA-376 part 1, 18.8.30); aaaa is the weekday.
# Seen: SheetJS prints $107 and puts it into CSV, an amount in a currency that nobody entered; numfmt prints the
# digits; HyperFormula's TEXT, which is documented as limited, reads the D of DBNum as a day. 上午/下午 is printed as it
# stands by numfmt and HyperFormula, aaaa by SheetJS and HyperFormula.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  @e965/xlsx@0.20.3 exceljs@4.4.0 numfmt@4.0.1 hyperformula@3.5.0

cat >try.mjs <<'EOF'
import ExcelJS from 'exceljs';
import * as XLSX from '@e965/xlsx';
import { format as numfmt } from 'numfmt';
import { HyperFormula } from 'hyperformula';

const cells = [
  [107, '[DBNum1][$-804]General'],
  [107, '[DBNum2][$-804]General"元整"'],
  [46326.52, '上午/下午h"时"mm"分"'],
  [46326, 'aaaa'],
  [46326, 'yyyy"年"m"月"d"日"'],
];
const workbook = new ExcelJS.Workbook();
const sheet = workbook.addWorksheet('积分');
cells.forEach(([value, format], index) => {
  const cell = sheet.getCell(index + 1, 1);
  cell.value = value;
  cell.numFmt = format;
});
const read = XLSX.read(await workbook.xlsx.writeBuffer()).Sheets['积分'];
const formulas = cells.map(([value, format]) => [`=TEXT(${value},"${format.replaceAll('"', '')}")`]);
const computed = HyperFormula.buildFromArray(formulas, { licenseKey: 'gpl-v3' });
cells.forEach(([value, format], index) => {
  console.log(format);
  console.log(
    '  SheetJS',
    read[`A${index + 1}`].w,
    '| numfmt',
    numfmt(format, value, { locale: 'zh-CN' }),
    '| HyperFormula',
    computed.getCellValue({ sheet: 0, row: index, col: 0 }),
  );
});
console.log(XLSX.utils.sheet_to_csv(read).trim().replaceAll('\n', ' | '));
EOF

cat >seen.txt <<'EOF'
[DBNum1][$-804]General
  SheetJS $107 | numfmt 107 | HyperFormula [16BNu41][$-804]General
[DBNum2][$-804]General"元整"
  SheetJS $107元整 | numfmt 107元整 | HyperFormula [16BNu42][$-804]General元整
上午/下午h"时"mm"分"
  SheetJS 下午12时28分 | numfmt 上午/下午12时28分 | HyperFormula 上午/下午12时28分
aaaa
  SheetJS aaaa | numfmt 星期六 | HyperFormula aaaa
yyyy"年"m"月"d"日"
  SheetJS 2026年10月31日 | numfmt 2026年10月31日 | HyperFormula 2026年10月31日
$107 | $107元整 | 下午12时28分 | aaaa | 2026年10月31日
EOF

TZ=Asia/Shanghai node try.mjs | diff seen.txt -
