#!/usr/bin/env bash
# TDesign's form says that a typed 5 is no number, lets 99999 pass for at most 100, and refuses its own picker's days
#
# Version: tdesign-miniprogram 1.16.0; the validators of its form are run, and the default format of its picker is read,
# as they stand in the package.
# Expected: its documentation of form rules: `number` is whether the value is a number, and 1.2 and 1e5 are; `date` is
# whether it is a date; `max` compares numbers by size and counts the characters of texts. A rule has its validators as
# members. What is typed into an input of a mini-program is a text (WeChat, input, bindinput), and the picker's default
# format is YYYY-MM-DD HH:mm:ss.
# Seen: `number` asks for the type, so that every typed number is refused. A typed 99999 has five characters, which is
# at most 100: its size is held by no rule but one of your own. `date` knows YYYY/MM/DD alone, and not what TDesign's
# date-time-picker gives. Of a rule of two validators only the first is asked: by { required: true, telnumber: true }
# 王桂兰 is a telephone number.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  tdesign-miniprogram@1.16.0 tslib@2.8.1 dayjs@1.11.23 esbuild@0.28.2

cat >entry.js <<'EOF'
export { validateRules } from 'tdesign-miniprogram/miniprogram_dist/form-item/form-model.js';
export { default as picker } from 'tdesign-miniprogram/miniprogram_dist/date-time-picker/props.js';
EOF
npx esbuild entry.js --bundle --format=esm --outfile=form.mjs --log-level=error

cat >try.mjs <<'EOF'
import dayjs from 'dayjs';
import { picker, validateRules } from './form.mjs';

const picked = dayjs('2026-06-10T09:00').format(picker.format.value);
for (const [value, ...rules] of [
  [5, { number: true }],
  ['5', { number: true }],
  ['1.2', { number: true }],
  [99999, { max: 100 }],
  ['99999', { max: 100 }],
  ['2026/06/10', { date: true }],
  ['2026-06-10', { date: true }],
  [picked, { date: true }],
  ['王桂兰', { required: true }, { telnumber: true }],
  ['王桂兰', { required: true, telnumber: true }],
]) {
  const results = await validateRules(value, rules, { formData: {}, name: 'field' });
  const verdict = results.every(({ result }) => result === true) ? 'taken' : 'refused';
  console.log(`${JSON.stringify(value)} by ${rules.map((rule) => JSON.stringify(rule)).join(' and ')}: ${verdict}`);
}
EOF

cat >seen.txt <<'EOF'
5 by {"number":true}: taken
"5" by {"number":true}: refused
"1.2" by {"number":true}: refused
99999 by {"max":100}: refused
"99999" by {"max":100}: taken
"2026/06/10" by {"date":true}: taken
"2026-06-10" by {"date":true}: refused
"2026-06-10 09:00:00" by {"date":true}: refused
"王桂兰" by {"required":true} and {"telnumber":true}: refused
"王桂兰" by {"required":true,"telnumber":true}: taken
EOF

TZ=Asia/Shanghai node try.mjs | diff seen.txt -
