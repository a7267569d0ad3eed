#!/usr/bin/env bash
# A birthday on the 30th of month 12 has three answers in a year whose month 12 has 29 days
#
# Versions: lunisolar 2.6.0, solarlunar 3.1.0, js-calendar-converter 0.0.7, lunar-calendar 0.1.4, chinese-lunar 0.1.4,
# lunar-typescript 1.8.6, tyme4ts 1.5.2.
# Expected: month 12 of the lunar year 2025 has 29 days, New Year's Eve is 2026-02-16 (the Hong Kong Observatory's
# conversion table); there is no 30th, and so an error, as tyme4ts and lunar-typescript give. Custom keeps such a
# birthday on the eve.
# Seen: three answer 2026-02-17, the first day of the next year, two the number -1 instead of an object. Month 12 is
# short in 2025 to 2028: whoever was born on a 30th meets this in four years running.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  lunisolar@2.6.0 solarlunar@3.1.0 js-calendar-converter@0.0.7 lunar-calendar@0.1.4 chinese-lunar@0.1.4 \
  lunar-typescript@1.8.6 tyme4ts@1.5.2

cat >try.cjs <<'EOF'
const lunisolar = require('lunisolar').default ?? require('lunisolar');
const solarlunar = require('solarlunar').default ?? require('solarlunar');
const converter = require('js-calendar-converter').default ?? require('js-calendar-converter');
const lunarCalendar = require('lunar-calendar');
const chineseLunar = require('chinese-lunar');
const { Lunar } = require('lunar-typescript');
const { LunarDay, LunarMonth } = require('tyme4ts');

function show(name, convert) {
  let answer;
  try {
    answer = convert();
  } catch (error) {
    answer = `error: ${error.message}`;
  }
  console.log(name.padEnd(22), JSON.stringify(answer));
}

const days = [2025, 2026, 2027, 2028, 2029, 2030].map(
  (year) => `${year}: ${LunarMonth.fromYm(year, 12).getDayCount()}`,
);
console.log('days of month 12', days.join(', '));
show('tyme4ts', () => LunarDay.fromYmd(2025, 12, 30).getSolarDay().toString());
show('lunar-typescript', () => Lunar.fromYmd(2025, 12, 30).getSolar().toYmd());
show('lunisolar', () => lunisolar.fromLunar({ year: 2025, month: 12, day: 30 }).format('YYYY-MM-DD'));
show('chinese-lunar', () => {
  const date = chineseLunar.lunarToSolar(2025, 12, 30);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
});
// It counts leap month 6 of 2025 as the seventh, so that its 13 is month 12.
show('lunar-calendar', () => lunarCalendar.lunarToSolar(2025, 13, 30));
show('solarlunar', () => solarlunar.lunar2solar(2025, 12, 30, false));
show('js-calendar-converter', () => converter.lunar2solar(2025, 12, 30, false));
EOF

cat >seen.txt <<'EOF'
days of month 12 2025: 29, 2026: 29, 2027: 29, 2028: 29, 2029: 30, 2030: 29
tyme4ts                "error: illegal day 30 in 农历乙巳年十二月"
lunar-typescript       "error: only 29 days in lunar year 2025 month 12"
lunisolar              "2026-02-17"
chinese-lunar          "2026-2-17"
lunar-calendar         {"year":2026,"month":2,"day":17}
solarlunar             -1
js-calendar-converter  -1
EOF

TZ=Asia/Shanghai node try.cjs | diff seen.txt -
