#!/usr/bin/env bash
# Lists 以姓氏笔画为序 come out by radicals: ICU puts 张 before 李 and 尹 before 王
#
# Versions: ICU 78.2 as built into Node 20.20.2 (Intl.Collator with zh-u-co-stroke), cnchar 3.2.6 with cnchar-order 3.2.6.
# Expected: GF 3003-1999 (GB13000.1 字符集汉字字序（笔画序）规范): characters of as many strokes are ordered by their first
# stroke, 横 竖 撇 点 折, then by the second and so on; this is the order of committees on a notice. The strokes of each
# name stand below, 1 to 5 in that order, so that the right list is computed and not written down.
# Seen: ICU counts strokes and then takes the radicals' order. cnchar's sortStroke counts strokes alone: what has as many
# stays as it was handed over, so that the same people in another order are another list.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact cnchar@3.2.6 cnchar-order@3.2.6

cat >try.cjs <<'EOF'
const cnchar = require('cnchar');
cnchar.use(require('cnchar-order'));

const strokes = {
  于: '112', 万: '153', 马: '551',
  王: '1121', 车: '1512', 贝: '2534', 毛: '3115', 仇: '3235', 文: '4134', 方: '4153', 尹: '5113', 孔: '5215',
  李: '1234521', 杨: '1234533', 张: '5153154', 陈: '5215234',
};
const handedOver = [...'陈张杨李孔尹方文仇毛贝车王马万于'];
const right = [...handedOver].sort(
  (one, other) => strokes[one].length - strokes[other].length || (strokes[one] < strokes[other] ? -1 : 1),
);
const show = (label, list) => console.log(label, list.join(''));
show('GF 3003-1999         ', right);
show('Intl, co-stroke      ', [...handedOver].sort(new Intl.Collator('zh-u-co-stroke').compare));
show('cnchar               ', cnchar.sortStroke([...handedOver]));
show('cnchar, handed turned', cnchar.sortStroke([...handedOver].reverse()));
EOF

node try.cjs >out.txt
cat >seen.txt <<'EOF'
GF 3003-1999          于万马王车贝毛仇文方尹孔李杨张陈
Intl, co-stroke       万于马尹仇孔文方毛王贝车张李杨陈
cnchar                马万于孔尹方文仇毛贝车王陈张杨李
cnchar, handed turned 于万马王车贝毛仇文方尹孔李杨张陈
EOF
diff seen.txt out.txt
