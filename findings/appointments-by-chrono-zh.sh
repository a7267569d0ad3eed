#!/usr/bin/env bash
# chrono-node hears 三点一刻 as 3:01, 一个半小时后 as half an hour, and 明年3月 as this March
#
# Version: chrono-node 2.10.3, its Chinese parser (chrono.zh.hans); asked on Wednesday, 10 June 2026, 9:00.
# Expected: 一刻 is a quarter of an hour, 半 after 一个 is one and a half (现代汉语词典); 明年 is next year, 去年 last year; 晚上12点 is
# midnight; a week begins on Monday (GB/T 7408.1-2023, ISO 8601), so that on a Wednesday 这周日 is to come, and 下下周三 is two
# weeks off; 农历八月十五 is the Mid-Autumn Festival, 25 September in 2026. What a parser does not know it does not find, as
# it finds no 正月初八 and no 两周后.
# Seen: none of these is refused. The words that it does not know are passed over and the rest is read: 刻, 一个, 明, 去, one
# of the two 下, 农历. 这周日 is three days ago. What a colleague would understand stands behind each.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact chrono-node@2.10.3

cat >try.mjs <<'EOF'
import { zh } from 'chrono-node';

const now = new Date(2026, 5, 10, 9, 0);
const said = {
  下午两点半: '06-10 14:30',
  下周三上午九点: '06-17 09:00',
  下午三点一刻: '06-10 15:15',
  一个半小时后: '06-10 10:30',
  晚上12点: '06-11 00:00',
  这周日: '06-14',
  下下周三: '06-24',
  明年3月: '2027-03',
  去年6月1日: '2025-06-01',
  农历八月十五: '09-25',
  正月初八: '(lunar)',
  两周后: '06-24',
};
const two = (number) => String(number).padStart(2, '0');
for (const [words, meant] of Object.entries(said)) {
  const found = zh.hans.parse(words, now).map(({ text, start }) => {
    const at = start.date();
    const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
    return `[${text}] ${day}${start.isCertain('hour') ? ` ${two(at.getHours())}:${two(at.getMinutes())}` : ''}`;
  });
  console.log(`${words}: ${found.join(', ') || 'nothing'}, meant ${meant}`);
}
EOF

cat >seen.txt <<'EOF'
下午两点半: [下午两点半] 2026-06-10 14:30, meant 06-10 14:30
下周三上午九点: [下周三上午九点] 2026-06-17 09:00, meant 06-17 09:00
下午三点一刻: [下午三点一] 2026-06-10 15:01, meant 06-10 15:15
一个半小时后: [半小时后] 2026-06-10 09:30, meant 06-10 10:30
晚上12点: [晚上12点] 2026-06-10 12:00, meant 06-11 00:00
这周日: [这周日] 2026-06-07, meant 06-14
下下周三: [下周三] 2026-06-17, meant 06-24
明年3月: [年3月] 2026-03-10, meant 2027-03
去年6月1日: [年6月1日] 2026-06-01, meant 2025-06-01
农历八月十五: [八月十五] 2026-08-15, meant 09-25
正月初八: nothing, meant (lunar)
两周后: nothing, meant 06-24
EOF

TZ=Asia/Shanghai node try.mjs | diff seen.txt -
