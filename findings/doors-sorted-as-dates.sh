#!/usr/bin/env bash
# Five natural sorts take the door 1-1-201 for a day of the year 201, and put it behind 12-1-101
#
# Versions: natural-orderby 5.0.0, natural-sort 1.0.0, natsort 2.0.3, javascript-natural-sort 0.7.1,
# @shelf/fast-natural-order-by 2.0.0; without dates natural-compare 1.4.0, string-natural-compare 3.0.1, alphanum-sort
# 1.1.0 and Intl.Collator (zh-CN, numeric) of Node 20.20.2.
# Expected: building, unit, room, each by its number, as a round of visits goes: 1-1-201 before 1-1-1201 before 2-1-101.
# Full-width digits are digits (Unicode, Nd): １号楼 before 2号楼. 一, 二, 三, 十, 十二 count upwards.
# Seen: three numbers with hyphens are a date in America's order to the five, wherever month and day fit, and what does
# not fit (13-1-101) is sorted as a text; buildings 1E2 and 1E10 are powers of ten, and 1.10 is less than 1.2.
# Full-width digits come behind all others in every library but Intl.Collator. Buildings in Chinese numbers are in no
# order of numbers anywhere: by code point, or by pinyin.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  natural-orderby@5.0.0 natural-sort@1.0.0 natsort@2.0.3 javascript-natural-sort@0.7.1 \
  @shelf/fast-natural-order-by@2.0.0 natural-compare@1.4.0 string-natural-compare@3.0.1 alphanum-sort@1.1.0

cat >try.mjs <<'EOF'
import { createRequire } from 'node:module';
import { orderBy } from 'natural-orderby';

const require = createRequire(import.meta.url);
const plain = (library) => library.default ?? library;
const by = (compare) => (list) => [...list].sort(compare);
const shelf = require('@shelf/fast-natural-order-by');
const sorts = {
  'natural-orderby': (list) => orderBy(list),
  'natural-sort': by(plain(require('natural-sort'))()),
  natsort: by(plain(require('natsort'))()),
  'javascript-natural-sort': by(require('javascript-natural-sort')),
  '@shelf/fast-natural-order-by': (list) => (shelf.orderBy ?? shelf.default)(list),
  'natural-compare': by(require('natural-compare')),
  'string-natural-compare': by(require('string-natural-compare')),
  'alphanum-sort': (list) => require('alphanum-sort')([...list]),
  'Intl.Collator': by(new Intl.Collator('zh-CN', { numeric: true }).compare),
};
for (const list of [
  ['1-1-201', '1-1-1201', '1-2-301', '2-1-101', '12-1-101', '13-1-101'],
  ['1D3', '1E2', '1E10', '2E1'],
  ['1.2', '1.9', '1.10'],
  ['１号楼', '2号楼', '３号楼', '10号楼'],
  ['一号楼', '二号楼', '三号楼', '十号楼', '十二号楼'],
]) {
  const answers = new Map();
  for (const [name, sort] of Object.entries(sorts)) {
    const sorted = sort([...list].reverse()).join(' ');
    answers.set(sorted, [...(answers.get(sorted) ?? []), name]);
  }
  console.log(list.join(' '));
  for (const [sorted, names] of answers) {
    const verdict = sorted === list.join(' ') ? 'as it should be' : sorted;
    console.log(`  ${names.join(', ')}:\n    ${verdict}`);
  }
}
EOF

cat >seen.txt <<'EOF'
1-1-201 1-1-1201 1-2-301 2-1-101 12-1-101 13-1-101
  natural-orderby, natural-sort, natsort, javascript-natural-sort, @shelf/fast-natural-order-by:
    2-1-101 12-1-101 1-1-201 1-2-301 1-1-1201 13-1-101
  natural-compare, string-natural-compare, alphanum-sort, Intl.Collator:
    as it should be
1D3 1E2 1E10 2E1
  natural-orderby, natsort, javascript-natural-sort, @shelf/fast-natural-order-by:
    1D3 2E1 1E2 1E10
  natural-sort:
    1D3 1E10 2E1 1E2
  natural-compare, string-natural-compare, alphanum-sort, Intl.Collator:
    as it should be
1.2 1.9 1.10
  natural-orderby, natural-sort, natsort, javascript-natural-sort, @shelf/fast-natural-order-by:
    1.10 1.2 1.9
  natural-compare, string-natural-compare, alphanum-sort, Intl.Collator:
    as it should be
１号楼 2号楼 ３号楼 10号楼
  natural-orderby, natural-sort, natsort, javascript-natural-sort, @shelf/fast-natural-order-by, natural-compare, string-natural-compare, alphanum-sort:
    2号楼 10号楼 １号楼 ３号楼
  Intl.Collator:
    as it should be
一号楼 二号楼 三号楼 十号楼 十二号楼
  natural-orderby, natural-sort, natsort, javascript-natural-sort, @shelf/fast-natural-order-by, natural-compare, string-natural-compare, alphanum-sort:
    一号楼 三号楼 二号楼 十二号楼 十号楼
  Intl.Collator:
    二号楼 三号楼 十二号楼 十号楼 一号楼
EOF

TZ=Asia/Shanghai node try.mjs | diff seen.txt -
