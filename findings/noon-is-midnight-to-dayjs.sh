#!/usr/bin/env bash
# dayjs reads the 中午12:30 that it wrote as half past midnight, and date-fns calls 16:30 中午4:30
#
# Versions: dayjs 1.11.23 (zh-cn, customParseFormat), date-fns 4.4.0 (zhCN); moment 2.30.1 and Intl of Node 20.20.2.
# Expected: what a library writes in a format it reads back by that format. moment, whose tokens dayjs has, reads
# 中午12:30 as 12:30. 中午 is the time about twelve (现代汉语词典); CLDR's day periods of zh, which Intl shows, are 早上 from 5 to
# 8, 上午 to 12, 中午 to 13, 下午 to 19.
# Seen: dayjs tries its words for the hours 1 to 24 and stops at the first that fits. 中午 is its word for 11 too, so that
# 12:30 is before noon: half past midnight of the same day; 中午1:00 is one at night. date-fns has 中午 from 12 to 17 and 早晨
# from 4 to 12, and refuses to read the words of the morning and the night that it writes. Intl with hour12 writes half
# past twelve as 中午0:30; with hourCycle h12 it is 中午12:30.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  dayjs@1.11.23 date-fns@4.4.0 moment@2.30.1

cat >try.cjs <<'EOF'
const dayjs = require('dayjs');
const moment = require('moment');
const { format, isValid, parse } = require('date-fns');
const { zhCN } = require('date-fns/locale');
require('dayjs/locale/zh-cn');
require('moment/locale/zh-cn');
dayjs.extend(require('dayjs/plugin/customParseFormat'));

const shown = { hour: 'numeric', minute: '2-digit', dayPeriod: 'long' };
const intl = new Intl.DateTimeFormat('zh-CN', { ...shown, hourCycle: 'h12' });
for (const hour of [0, 8, 11, 12, 13, 16, 20]) {
  const at = new Date(2026, 5, 10, hour, 30);
  const row = [`${String(hour).padStart(2, '0')}:30`];
  for (const [name, library] of [['dayjs', dayjs], ['moment', moment]]) {
    const text = library(at).locale('zh-cn').format('YYYY-MM-DD Ah:mm');
    row.push(`${name} ${text.slice(11)} > ${library(text, 'YYYY-MM-DD Ah:mm', 'zh-cn').format('HH:mm')}`);
  }
  const text = format(at, 'yyyy-MM-dd BBBBh:mm', { locale: zhCN });
  const back = parse(text, 'yyyy-MM-dd BBBBh:mm', at, { locale: zhCN });
  row.push(`date-fns ${text.slice(11)} > ${isValid(back) ? format(back, 'HH:mm') : 'refused'}`);
  row.push(`Intl ${intl.format(at)}`);
  console.log(row.join(' | '));
}
for (const typed of ['中午12:30', '中午1:00'])
  for (const [name, library] of [['dayjs', dayjs], ['moment', moment]])
    console.log(typed, name, library(`2026-06-10 ${typed}`, 'YYYY-MM-DD Ah:mm', 'zh-cn').format('HH:mm'));
const withHour12 = new Intl.DateTimeFormat('zh-CN', { ...shown, hour12: true });
console.log('Intl, hour12:', withHour12.format(new Date(2026, 5, 10, 12, 30)));
EOF

cat >seen.txt <<'EOF'
00:30 | dayjs 凌晨12:30 > 00:30 | moment 凌晨12:30 > 00:30 | date-fns 夜间12:30 > refused | Intl 凌晨12:30
08:30 | dayjs 早上8:30 > 08:30 | moment 早上8:30 > 08:30 | date-fns 早晨8:30 > refused | Intl 上午8:30
11:30 | dayjs 中午11:30 > 11:30 | moment 中午11:30 > 11:30 | date-fns 早晨11:30 > refused | Intl 上午11:30
12:30 | dayjs 中午12:30 > 00:30 | moment 下午12:30 > 12:30 | date-fns 中午12:30 > 12:30 | Intl 中午12:30
13:30 | dayjs 下午1:30 > 13:30 | moment 下午1:30 > 13:30 | date-fns 中午1:30 > 13:30 | Intl 下午1:30
16:30 | dayjs 下午4:30 > 16:30 | moment 下午4:30 > 16:30 | date-fns 中午4:30 > 16:30 | Intl 下午4:30
20:30 | dayjs 晚上8:30 > 20:30 | moment 晚上8:30 > 20:30 | date-fns 晚上8:30 > 20:30 | Intl 晚上8:30
中午12:30 dayjs 00:30
中午12:30 moment 12:30
中午1:00 dayjs 01:00
中午1:00 moment 13:00
Intl, hour12: 中午0:30
EOF

TZ=Asia/Shanghai node try.cjs | diff seen.txt -
