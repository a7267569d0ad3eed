#!/usr/bin/env bash
# Two calendar writers count characters where RFC 5545 counts octets, and Chinese titles get lines of 191
#
# Versions: ics 3.12.0, ts-ics 2.4.6; ical-generator 11.1.2 and ical.js 2.2.1 count octets.
# Expected: RFC 5545, 3.1: lines should not be longer than 75 octets without the line break.
# Seen: ics and ts-ics fold after a number of characters, three octets each in Chinese: 191 octets. ical.js splits no 𠮷
# either.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  ics@3.12.0 ts-ics@2.4.6 ical-generator@11.1.2 ical.js@2.2.1

cat >try.mjs <<'EOF'
import ics from 'ics';
import { generateIcsCalendar } from 'ts-ics';
import icalGenerator from 'ical-generator';
import ICAL from 'ical.js';

const title =
  '红色星期六：网格党群服务微站集中办理微心愿认领与入户走访独居老人活动，请各党小组组长提前到场，自带马甲，带上连心卡与登记表';
const start = new Date(Date.UTC(2026, 9, 31, 1));
const end = new Date(Date.UTC(2026, 9, 31, 3));
const calendar = icalGenerator({ name: '社区' });
calendar.createEvent({ id: 'a@b', start, end, summary: title });
const rare = new ICAL.Component('vevent');
rare.updatePropertyWithValue('summary', '𠮷'.repeat(60));
const texts = {
  ics: ics.createEvent({ uid: 'a@b', title, start: [2026, 10, 31, 1, 0], end: [2026, 10, 31, 3, 0] }).value,
  'ts-ics': generateIcsCalendar({
    version: '2.0',
    prodId: 'x',
    events: [{ uid: 'a', summary: title, stamp: { date: start }, start: { date: start }, end: { date: end } }],
  }),
  'ical-generator': calendar.toString(),
  'ical.js': rare.toString(),
};
for (const [name, text] of Object.entries(texts)) {
  const lines = text.split(/\r?\n/);
  const octets = Math.max(...lines.map((line) => Buffer.byteLength(line)));
  console.log(
    name.padEnd(15),
    'longest line',
    octets,
    'octets,',
    Math.max(...lines.map((line) => line.length)),
    'UTF-16 units',
  );
}
EOF

cat >seen.txt <<'EOF'
ics             longest line 191 octets, 69 UTF-16 units
ts-ics          longest line 191 octets, 69 UTF-16 units
ical-generator  longest line 74 octets, 39 UTF-16 units
ical.js         longest line 73 octets, 40 UTF-16 units
EOF

TZ=Asia/Shanghai node try.mjs | diff seen.txt -
