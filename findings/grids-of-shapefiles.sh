#!/usr/bin/env bash
# The names of grids in a shapefile: five readers do not look at the byte that says GBK, and two lose them for good
#
# Versions: shapefile 0.6.6, dbffile 1.13.0, @loaders.gl/shapefile 4.5.2, shpjs 6.2.0 (parseDbf), dbf-reader 1.0.3;
# @e965/xlsx 0.20.3 with its code pages reads them.
# Expected: byte 29 of a dBASE table is its language driver, and 0x4D there is code page 936, simplified Chinese (Esri's
# table of language drivers); GDAL reads it. A map from a Chinese office has it, often without a .cpg beside it.
# Seen: shapefile, dbffile and @loaders.gl read Latin letters, in the names of the columns too: ÐÂ¹µÉçÇø can at least be
# made good again. shpjs and dbf-reader read UTF-8: what is none becomes U+FFFD (? below), and as 社区 and 网格 are one name
# then, one of the columns is gone as well; a red grid and a blue one are the same. Who knows the code page and says it
# (encoding of shapefile and dbffile, the second argument of parseDbf) has the names.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  shapefile@0.6.6 dbffile@1.13.0 @loaders.gl/shapefile@4.5.2 @loaders.gl/core@4.5.2 shpjs@6.2.0 dbf-reader@1.0.3 \
  @e965/xlsx@0.20.3 iconv-lite@0.7.3

cat >try.mjs <<'EOF'
import { readFileSync, writeFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { parse } from '@loaders.gl/core';
import { DBFLoader } from '@loaders.gl/shapefile';
import { Dbf } from 'dbf-reader';
import { DBFFile } from 'dbffile';
import iconv from 'iconv-lite';
import { openDbf } from 'shapefile';
import { parseDbf } from 'shpjs';

/** A dBASE III table of text columns in code page 936. */
function table(columns, rows) {
  const width = 20;
  const header = Buffer.alloc(32 + 32 * columns.length + 1);
  header.set([3, 126, 6, 10]);
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(1 + width * columns.length, 10);
  header[29] = 0x4d;
  columns.forEach((name, index) => {
    const at = 32 + 32 * index;
    header.set(iconv.encode(name, 'cp936'), at);
    header[at + 11] = 'C'.charCodeAt(0);
    header[at + 16] = width;
  });
  header[header.length - 1] = 0x0d;
  const records = rows.map((row) => {
    const record = Buffer.alloc(1 + width * columns.length, ' ');
    row.forEach((value, index) => record.set(iconv.encode(value, 'cp936'), 1 + width * index));
    return record;
  });
  return Buffer.concat([header, ...records, Buffer.of(0x1a)]);
}
writeFileSync('grids.dbf', table(['社区', '网格'], [['新沟社区', '红色'], ['柳巷社区', '蓝色']]));
const bytes = () => readFileSync('grids.dbf');

const readers = {
  async shapefile() {
    const source = await openDbf('grids.dbf');
    return [(await source.read()).value, (await source.read()).value];
  },
  async dbffile() {
    return (await DBFFile.open('grids.dbf')).readRecords(2);
  },
  async '@loaders.gl/shapefile'() {
    const read = await parse(bytes(), DBFLoader, { worker: false });
    return read.data ?? read;
  },
  shpjs: () => parseDbf(bytes()),
  'shpjs, told GBK': () => parseDbf(bytes(), 'GBK'),
  'dbf-reader': () => Dbf.read(bytes()).rows,
  SheetJS() {
    XLSX.set_cptable(codePages);
    const { SheetNames, Sheets } = XLSX.read(bytes());
    return XLSX.utils.sheet_to_json(Sheets[SheetNames[0]]);
  },
};
for (const [library, read] of Object.entries(readers))
  console.log(`${library}: ${JSON.stringify((await read()).map((row) => ({ ...row }))).replaceAll('\uFFFD', '?')}`);
EOF

cat >seen.txt <<'EOF'
shapefile: [{"ÉçÇø":"ÐÂ¹µÉçÇø","Íø¸ñ":"ºìÉ«"},{"ÉçÇø":"ÁøÏïÉçÇø","Íø¸ñ":"À¶É«"}]
dbffile: [{"ÉçÇø":"ÐÂ¹µÉçÇø","Íø¸ñ":"ºìÉ«"},{"ÉçÇø":"ÁøÏïÉçÇø","Íø¸ñ":"À¶É«"}]
@loaders.gl/shapefile: [{"ÉçÇø":"ÐÂ¹µÉçÇø","Íø¸ñ":"ºìÉ«"},{"ÉçÇø":"ÁøÏïÉçÇø","Íø¸ñ":"À¶É«"}]
shpjs: [{"????":"??ɫ"},{"????":"??ɫ"}]
shpjs, told GBK: [{"社区":"新沟社区","网格":"红色"},{"社区":"柳巷社区","网格":"蓝色"}]
dbf-reader: [{"????":"??ɫ"},{"????":"??ɫ"}]
SheetJS: [{"社区":"新沟社区","网格":"红色"},{"社区":"柳巷社区","网格":"蓝色"}]
EOF

node try.mjs | diff seen.txt -
