#!/usr/bin/env bash
# Two lunar calendar libraries lose or split a day in the years when China had summer time
#
# Versions: lunar-calendar 0.1.4, chinese-lunar 0.1.4, in a process whose zone is Asia/Shanghai (a phone, a desk in
# China).
# Expected: whole lunar days. 1988-09-12 is month 8, day 2, and 1941-08-01 leap month 6, day 9 (the Hong Kong
# Observatory's conversion table). China had summer time from 1986 to 1991 and Shanghai in 1940 to 1949 (the IANA zone
# data).
# Seen: both divide milliseconds of local midnights by a day: lunar-calendar answers a fraction of a day, chinese-lunar
# the day after. In a UTC process both are right, so that a test on a server does not see it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact lunar-calendar@0.1.4 chinese-lunar@0.1.4

cat >try.cjs <<'EOF'
const lunarCalendar = require('lunar-calendar');
const chineseLunar = require('chinese-lunar');

for (const zone of ['UTC', 'Asia/Shanghai']) {
  process.env.TZ = zone;
  for (const [year, month, day] of [
    [1988, 9, 12],
    [1941, 8, 1],
    [1990, 6, 1],
  ]) {
    const first = lunarCalendar.solarToLunar(year, month, day);
    const second = chineseLunar.solarToLunar(new Date(year, month - 1, day));
    console.log(zone, `${year}-${month}-${day}`, 'lunar-calendar', first.lunarDay, 'chinese-lunar', second.day);
  }
  let fractions = 0;
  let days = 0;
  for (let time = Date.UTC(1986, 0, 1, 4); time < Date.UTC(1992, 0, 1); time += 86_400_000) {
    const date = new Date(time);
    days += 1;
    if (
      !Number.isInteger(
        lunarCalendar.solarToLunar(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()).lunarDay,
      )
    )
      fractions += 1;
  }
  console.log(zone, `lunar-calendar: ${fractions} of ${days} days from 1986 to 1991 are no whole number`);
}
EOF

cat >seen.txt <<'EOF'
UTC 1988-9-12 lunar-calendar 2 chinese-lunar 2
UTC 1941-8-1 lunar-calendar 9 chinese-lunar 9
UTC 1990-6-1 lunar-calendar 9 chinese-lunar 9
UTC lunar-calendar: 0 of 2191 days from 1986 to 1991 are no whole number
Asia/Shanghai 1988-9-12 lunar-calendar 2 chinese-lunar 3
Asia/Shanghai 1941-8-1 lunar-calendar 8.958333333333343 chinese-lunar 9
Asia/Shanghai 1990-6-1 lunar-calendar 8.958333333333329 chinese-lunar 9
Asia/Shanghai lunar-calendar: 896 of 2191 days from 1986 to 1991 are no whole number
EOF

TZ=Asia/Shanghai node try.cjs | diff seen.txt -
