#!/usr/bin/env bash
# opening_hours closes a Chinese shop on Women's Day and opens it at the Spring Festival
#
# Version: opening_hours 3.15.0 with country_code cn.
# Expected: PH is a public holiday of the country. In China these are New Year's Day, the Spring Festival, Qingming,
# Labour Day, Dragon Boat, Mid-Autumn and National Day; Women's Day, Youth Day and Children's Day are half days or days
# for a part of the citizens (全国年节及纪念日放假办法, articles 2 and 3, as revised for 2025).
# Seen: the same eight days in every year, among them 8 March, 4 May and 1 June for everybody; none of the four
# holidays that follow the moon and the sun, no 2 May, and no make-up working day, of which OpenStreetMap's syntax
# knows nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact opening_hours@3.15.0

cat >try.cjs <<'EOF'
const OpeningHours = require('opening_hours');

const place = { lat: 37.87, lon: 112.55, address: { country_code: 'cn', state: '山西省' } };
const hours = new OpeningHours('Mo-Su 08:00-20:00; PH off', place);
for (const year of [2025, 2026, 2027]) {
  const closed = [];
  for (let time = Date.UTC(year, 0, 1, 2); time < Date.UTC(year + 1, 0, 1); time += 86_400_000) {
    const date = new Date(time);
    if (!hours.getState(date)) closed.push(`${date.toISOString().slice(5, 10)} ${hours.getComment(date)}`);
  }
  console.log(year, closed.join(', '));
}
for (const day of ['2026-02-17', '2026-04-05', '2026-05-02', '2026-06-19', '2026-09-25', '2027-02-06'])
  console.log(day, hours.getState(new Date(`${day}T10:00:00+08:00`)) ? 'open' : 'closed');
EOF

cat >seen.txt <<'EOF'
2025 01-01 元旦, 03-08 妇女节, 05-01 劳动节, 05-04 青年节, 06-01 儿童节, 10-01 国庆节, 10-02 国庆节休息日, 10-03 国庆节休息日
2026 01-01 元旦, 03-08 妇女节, 05-01 劳动节, 05-04 青年节, 06-01 儿童节, 10-01 国庆节, 10-02 国庆节休息日, 10-03 国庆节休息日
2027 01-01 元旦, 03-08 妇女节, 05-01 劳动节, 05-04 青年节, 06-01 儿童节, 10-01 国庆节, 10-02 国庆节休息日, 10-03 国庆节休息日
2026-02-17 open
2026-04-05 open
2026-05-02 open
2026-06-19 open
2026-09-25 open
2027-02-06 open
EOF

TZ=Asia/Shanghai node try.cjs | diff seen.txt -
