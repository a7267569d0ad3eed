#!/usr/bin/env bash
# ICU's Chinese calendar puts the Spring Festival of 2027 a day late, and so does what builds on it
#
# Versions: ICU 78.2 as built into Node 20.20.2 (Intl), rrule-temporal 2.2.8; the right days from tyme4ts 1.5.2.
# Expected: month 1, day 1 on 2027-02-06, 1954-02-03 and the leap month 6 of 1987 from 1987-07-26 (GB/T 33661-2017,
# whose months begin on the Beijing day of the new moon; the same days stand in the Hong Kong Observatory's conversion
# table). RFC 7529 leaves the calendar itself to the implementation's tables.
# Seen: Intl says that 2027-02-06 is the 30th of month 12, and that leap month 6 of 1987 began as month 7. From 1920 to
# 2100 ten months are wrong, among them 1954 (people of 72 today) and 1987. A yearly RSCALE=CHINESE rule follows it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact tyme4ts@1.5.2 rrule-temporal@2.2.8

cat >try.cjs <<'EOF'
const { SolarDay } = require('tyme4ts');
const { RRuleTemporal } = require('rrule-temporal');

const format = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

function byIcu(time) {
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  return `${part.relatedYear}-${part.month.replace(/(\d+)bis/, 'leap$1')}-${part.day}`;
}

function byTable(time) {
  const date = new Date(time);
  const day = SolarDay.fromYmd(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()).getLunarDay();
  const month = day.getLunarMonth();
  return `${month.getYear()}-${month.isLeap() ? 'leap' : ''}${month.getMonth()}-${day.getDay()}`;
}

const dayMs = 86_400_000;
let runs = 0;
let before = false;
for (let time = Date.UTC(1920, 0, 1); time < Date.UTC(2057, 0, 1); time += dayMs) {
  const differs = byIcu(time) !== byTable(time);
  if (differs && !before) {
    runs += 1;
    console.log(new Date(time).toISOString().slice(0, 10), 'right', byTable(time), 'ICU', byIcu(time));
  }
  before = differs;
}
console.log(runs, 'months from 1920 to 2056');

const rule = 'DTSTART;TZID=Asia/Shanghai:20260217T090000\nRRULE:RSCALE=CHINESE;FREQ=YEARLY;COUNT=3';
console.log(
  'first days by rrule-temporal',
  new RRuleTemporal({ rruleString: rule })
    .all()
    .map((day) => String(day).slice(0, 10))
    .join(' '),
);
EOF

cat >seen.txt <<'EOF'
1922-06-25 right 1922-leap5-1 ICU 1922-6-1
1954-02-03 right 1954-1-1 ICU 1953-12-30
1955-02-22 right 1955-2-1 ICU 1955-1-30
1987-07-26 right 1987-leap6-1 ICU 1987-7-1
1999-01-17 right 1998-12-1 ICU 1998-11-30
2012-08-17 right 2012-7-1 ICU 2012-6-30
2018-11-07 right 2018-9-30 ICU 2018-10-1
2027-02-06 right 2027-1-1 ICU 2026-12-30
2030-02-02 right 2029-12-30 ICU 2030-1-1
9 months from 1920 to 2056
first days by rrule-temporal 2026-02-17 2027-02-07 2028-01-26
EOF

TZ=Asia/Shanghai node try.cjs | diff seen.txt -
