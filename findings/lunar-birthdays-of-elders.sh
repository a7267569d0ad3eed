#!/usr/bin/env bash
# Four lunar calendar libraries are a day or a month off in years in which elders of today were born
#
# Versions: solarlunar 3.1.0, lunar-calendar 0.1.4, chinese-lunar 0.1.4, date-chinese 2.1.4; the right days from
# tyme4ts 1.5.2, with which lunar-typescript 1.8.6 and lunar-lite 0.2.8 agree.
# Expected: the Hong Kong Observatory's conversion table for 1901 to 2100, and GB/T 33661-2017.
# Seen: solarlunar gives leap month 5 of 1933 29 days of its 30; lunar-calendar begins months of 1926, 1927, 1935, 1945
# and 1946 a day late; chinese-lunar errs in 1933, 1954, 1956, 1978 and 1996 and knows no leap month 11 in 2033;
# date-chinese makes a leap month 7 in 2033 of what is month 8. Each line: library, days of a year that differ, the
# first of them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  tyme4ts@1.5.2 lunar-typescript@1.8.6 lunar-lite@0.2.8 solarlunar@3.1.0 lunar-calendar@0.1.4 chinese-lunar@0.1.4 \
  date-chinese@2.1.4

cat >try.cjs <<'EOF'
const { SolarDay } = require('tyme4ts');
const { Solar } = require('lunar-typescript');
const { solar2lunar } = require('lunar-lite');
const solarlunar = require('solarlunar').default ?? require('solarlunar');
const lunarCalendar = require('lunar-calendar');
const chineseLunar = require('chinese-lunar');
const { CalendarChinese } = require('date-chinese');

const text = (year, month, day, leap) => `${year}-${leap ? 'leap' : ''}${month}-${day}`;

function right(y, m, d) {
  const day = SolarDay.fromYmd(y, m, d).getLunarDay();
  const month = day.getLunarMonth();
  return text(month.getYear(), month.getMonth(), day.getDay(), month.isLeap());
}

const libraries = {
  'lunar-typescript': (y, m, d) => {
    const lunar = Solar.fromYmd(y, m, d).getLunar();
    return text(lunar.getYear(), Math.abs(lunar.getMonth()), lunar.getDay(), lunar.getMonth() < 0);
  },
  'lunar-lite': (y, m, d) => {
    const lunar = solar2lunar(`${y}-${m}-${d}`);
    return text(lunar.lunarYear, lunar.lunarMonth, lunar.lunarDay, lunar.isLeap);
  },
  solarlunar: (y, m, d) => {
    const lunar = solarlunar.solar2lunar(y, m, d);
    return text(lunar.lYear, lunar.lMonth, lunar.lDay, lunar.isLeap);
  },
  'lunar-calendar': (y, m, d) => {
    // It counts the leap month as one more month, so that the months behind it are one too high.
    const lunar = lunarCalendar.solarToLunar(y, m, d);
    const leapMonth = lunar.lunarLeapMonth;
    const month = leapMonth && lunar.lunarMonth > leapMonth ? lunar.lunarMonth - 1 : lunar.lunarMonth;
    return text(lunar.lunarYear, month, lunar.lunarDay, leapMonth > 0 && lunar.lunarMonth === leapMonth + 1);
  },
  'chinese-lunar': (y, m, d) => {
    const lunar = chineseLunar.solarToLunar(new Date(y, m - 1, d));
    return text(lunar.year, lunar.month, lunar.day, lunar.leap);
  },
  'date-chinese': (y, m, d) => {
    const calendar = new CalendarChinese();
    calendar.fromGregorian(y, m, d);
    const [cycle, year, month, leap, day] = calendar.get();
    return text((cycle - 1) * 60 + year - 2637, month, day, leap);
  },
};

const years = [1926, 1927, 1933, 1935, 1937, 1940, 1945, 1946, 1950, 1954, 1956, 1960, 1978, 1996, 2026, 2027, 2033];

/** Every day of the years named. date-chinese computes the sky for each, and so is asked for fewer. */
function* days(of) {
  for (const year of of)
    for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += 86_400_000) {
      const date = new Date(time);
      yield [year, date.getUTCMonth() + 1, date.getUTCDate()];
    }
}

for (const [name, convert] of Object.entries(libraries)) {
  const differing = new Map();
  for (const day of days(name === 'date-chinese' ? [1933, 1954, 2033] : years)) {
    if (convert(...day) === right(...day)) continue;
    const year = differing.get(day[0]) ?? {
      days: 0,
      first: `${day.join('-')} right ${right(...day)} seen ${convert(...day)}`,
    };
    year.days += 1;
    differing.set(day[0], year);
  }
  if (differing.size === 0) console.log(name, 'no difference');
  for (const [year, { days, first }] of differing) console.log(name, year, `${days} days`, first);
}
EOF

cat >seen.txt <<'EOF'
lunar-typescript no difference
lunar-lite no difference
solarlunar 1933 30 days 1933-7-22 right 1933-leap5-30 seen 1933-6-1
lunar-calendar 1926 177 days 1926-4-12 right 1926-3-1 seen 1926-2-30
lunar-calendar 1927 3 days 1927-1-1 right 1926-11-28 seen 1926-11-27
lunar-calendar 1935 180 days 1935-4-3 right 1935-3-1 seen 1935-2-30
lunar-calendar 1945 150 days 1945-4-12 right 1945-3-1 seen 1945-2-30
lunar-calendar 1946 30 days 1946-1-3 right 1945-12-1 seen 1945-11-30
chinese-lunar 1933 30 days 1933-7-22 right 1933-leap5-30 seen 1933-6-1
chinese-lunar 1954 30 days 1954-11-25 right 1954-11-1 seen 1954-10-30
chinese-lunar 1956 30 days 1956-12-2 right 1956-11-1 seen 1956-10-30
chinese-lunar 1978 30 days 1978-9-2 right 1978-7-30 seen 1978-8-1
chinese-lunar 1996 60 days 1996-7-15 right 1996-5-30 seen 1996-6-1
chinese-lunar 2033 129 days 2033-8-25 right 2033-8-1 seen 2033-leap7-1
date-chinese 2033 119 days 2033-8-25 right 2033-8-1 seen 2033-leap7-1
EOF

TZ=UTC node try.cjs | diff seen.txt -
