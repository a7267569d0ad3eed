#!/usr/bin/env bash
# date-holidays gives China eleven of its thirteen public holidays, and everybody a day off on Children's Day
#
# Version: date-holidays 3.37.0.
# Expected: since 1 January 2025 New Year's Eve of the lunar year and 2 May are public holidays too: four days of
# Spring Festival, from the eve to the third, and two of Labour Day (State Council order 795, revising 全国年节及纪念日放假办法).
# Seen: three days from the eve to the second, and 1 May alone: 2026-02-19, 2026-05-02, 2027-02-08 and 2027-05-02 are
# no holidays. 1 June, free for children under 14, is a whole public day. Half days for women, the young and soldiers
# come as type `public` like the others, told only by their hour; the days off and the make-up working days that the
# State Council moves each year are not there at all.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact date-holidays@3.37.0

cat >try.cjs <<'EOF'
const Holidays = require('date-holidays');

const china = new Holidays('CN');
for (const year of [2026, 2027]) {
  const days = china.getHolidays(year).filter(({ type }) => type === 'public');
  const whole = days.filter(({ date }) => date.includes(' 00:00:00'));
  console.log(year, whole.length, 'whole days', whole.map(({ date }) => date.slice(5, 10)).join(' '));
  console.log(
    year,
    'part of a day',
    days
      .filter((day) => !whole.includes(day))
      .map(({ date, name }) => `${date.slice(5, 16)} ${name}`)
      .join(', '),
  );
}
for (const day of ['2026-02-19', '2026-05-02', '2027-02-08', '2027-05-02', '2026-10-10'])
  console.log(day, china.isHoliday(new Date(`${day}T10:00:00+08:00`)));
EOF

cat >seen.txt <<'EOF'
2026 12 whole days 01-01 02-16 02-17 02-18 04-05 05-01 06-01 06-19 09-25 10-01 10-02 10-03
2026 part of a day 03-08 12:00 国际妇女节, 05-04 12:00 青年节, 08-01 12:00 建军节
2027 12 whole days 01-01 02-05 02-06 02-07 04-05 05-01 06-01 06-09 09-15 10-01 10-02 10-03
2027 part of a day 03-08 12:00 国际妇女节, 05-04 12:00 青年节, 08-01 12:00 建军节
2026-02-19 false
2026-05-02 false
2027-02-08 false
2027-05-02 false
2026-10-10 false
EOF

TZ=Asia/Shanghai node try.cjs | diff seen.txt -
