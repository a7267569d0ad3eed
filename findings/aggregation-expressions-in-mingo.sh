#!/usr/bin/env bash
# mingo answers aggregation expressions otherwise than MongoDB's reference, most of them without an error
#
# Version: mingo 7.2.7, which local stand-ins for a MongoDB use (CloudBase's database is one).
# Expected: MongoDB's reference of each operator; the value stands beside each row below. $indexOfBytes counts UTF-8
# bytes (心 has three), $toUpper of null is '', '' is true for $not, %w is 1 on a Sunday, %% is a percent sign, ISO years run
# by ISO weeks (3 January 2027 lies in week 53 of 2026), $substr with a negative length goes to the end, and a division by
# zero and a logarithm of zero are errors.
# Seen: the rows below, of which one alone is an error.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact mingo@7.2.7

cat >try.mjs <<'EOF'
import { Aggregator } from 'mingo';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as stages from 'mingo/operators/pipeline';
import { Context } from 'mingo/core';

const context = Context.init({ accumulator: accumulators, expression: expressions, pipeline: stages });
const sunday = new Date('2027-01-03T00:00:00Z');
const rows = [
  ['$indexOfBytes', ['心谭', '谭'], 3],
  ['$toUpper', null, ''],
  ['$not', [''], false],
  ['$isoWeekYear', sunday, 2026],
  ['$dateToString', { date: sunday, format: '%G-%V %w %%' }, '2026-53 1 %'],
  ['$dateFromParts', { isoWeekYear: 2026, isoWeek: 53, isoDayOfWeek: 7 }, '2027-01-03T00:00:00.000Z'],
  ['$substr', ['Hello', 1, -1], 'ello'],
  ['$mod', [7, 0], 'an error'],
  ['$ln', 0, 'an error'],
];
const answer = (operator, operand) => {
  try {
    const project = { _id: 0, value: { [operator]: operand } };
    const [found] = new Aggregator([{ $project: project }], { context }).run([{ _id: 1 }]);
    return JSON.stringify(found.value) ?? 'nothing';
  } catch {
    return 'an error';
  }
};
for (const [operator, operand, right] of rows) {
  const expected = right === 'an error' ? right : JSON.stringify(right);
  console.log(operator.padEnd(15), answer(operator, operand).padEnd(28), 'MongoDB:', expected);
}
EOF

cat >seen.txt <<'EOF'
$indexOfBytes   1                            MongoDB: 3
$toUpper        null                         MongoDB: ""
$not            true                         MongoDB: false
$isoWeekYear    2027                         MongoDB: 2026
$dateToString   "2027-53 0 "                 MongoDB: "2026-53 1 %"
$dateFromParts  "9999-11-30T00:00:00.000Z"   MongoDB: "2027-01-03T00:00:00.000Z"
$substr         an error                     MongoDB: "ello"
$mod            null                         MongoDB: an error
$ln             null                         MongoDB: an error
EOF

TZ=UTC node try.mjs | diff seen.txt -
