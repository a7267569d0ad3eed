#!/usr/bin/env bash
# Converters make the surnames 余 a rest, 姜 ginger and 周 a week in traditional script, and 陳昇 a 陈升 in simplified
#
# Versions: opencc-js 1.4.2 (cn to hk, t to cn), chinese-conv 4.0.0, chinese-s2t 1.0.0, chinese-simple2traditional
# 2.3.2, chinese_convert 1.0.8, cnchar 3.2.6 with cnchar-trad 3.2.6.
# Expected: surnames as 百家姓 has them: 周, 沈, 姜, 蘇, 范, 岳, 梁, 鍾, 余, 卜, 于, 郁, 曲, 游. Where one simplified character stands
# for two traditional ones, 通用规范汉字表 (2013), annex 1, marks the one that is the same in both. The same annex keeps 昇, 甦,
# 祐, 濬 and 珮 in names in simplified script, and 乾 where it is read qián.
# Seen: on a list for people in Hong Kong or Taiwan the surname is another character. No library has all fourteen right;
# 于 is 於 in each. The other way four of the six libraries merge people who differ by one character, and five make 李干 of
# 李乾.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  opencc-js@1.4.2 chinese-conv@4.0.0 chinese-s2t@1.0.0 chinese-simple2traditional@2.3.2 chinese_convert@1.0.8 \
  cnchar@3.2.6 cnchar-trad@3.2.6

cat >try.mjs <<'EOF'
import chineseConvert from 'chinese_convert';
import * as chineseConv from 'chinese-conv';
import chineseS2t from 'chinese-s2t';
import * as simple2traditional from 'chinese-simple2traditional';
import cnchar from 'cnchar';
import trad from 'cnchar-trad';
import * as OpenCC from 'opencc-js';

cnchar.use(trad);
const libraries = {
  'opencc-js': [OpenCC.Converter({ from: 'cn', to: 'hk' }), OpenCC.Converter({ from: 't', to: 'cn' })],
  'chinese-conv': [chineseConv.tify, chineseConv.sify],
  'chinese-s2t': [chineseS2t.s2t, chineseS2t.t2s],
  'chinese-simple2traditional': [simple2traditional.toTraditional, simple2traditional.toSimplified],
  chinese_convert: [chineseConvert.cn2tw, chineseConvert.tw2cn],
  cnchar: [(text) => text.convertSimpleToTrad(), (text) => text.convertTradToSimple()],
};
const people = {
  余秀英: '余秀英',
  范建民: '范建民',
  姜建民: '姜建民',
  沈玉英: '沈玉英',
  于桂花: '于桂花',
  周桂花: '周桂花',
  曲桂花: '曲桂花',
  苏秀英: '蘇秀英',
  钟建民: '鍾建民',
  卜秀英: '卜秀英',
  岳建民: '岳建民',
  郁秀英: '郁秀英',
  游建民: '游建民',
  梁桂花: '梁桂花',
};
const back = { 陳昇: '陈昇', 李甦: '李甦', 張祐: '张祐', 王濬: '王濬', 趙珮: '赵珮', 李乾: '李乾' };
for (const [library, [toTraditional, toSimplified]] of Object.entries(libraries)) {
  console.log(library);
  for (const [names, convert] of [[people, toTraditional], [back, toSimplified]]) {
    const wrong = Object.entries(names).filter(([name, right]) => convert(name) !== right);
    const list = wrong.map(([name]) => `${name} ${convert(name)}`).join(', ') || 'nobody';
    console.log(`  ${wrong.length} of ${Object.keys(names).length}: ${list}`);
  }
}
EOF

cat >seen.txt <<'EOF'
opencc-js
  6 of 14: 余秀英 餘秀英, 范建民 範建民, 于桂花 於桂花, 岳建民 嶽建民, 郁秀英 鬱秀英, 游建民 遊建民
  1 of 6: 李乾 李干
chinese-conv
  2 of 14: 于桂花 於桂花, 钟建民 鐘建民
  6 of 6: 陳昇 陈升, 李甦 李苏, 張祐 张佑, 王濬 王浚, 趙珮 赵佩, 李乾 李干
chinese-s2t
  5 of 14: 范建民 範建民, 于桂花 於桂花, 钟建民 鐘建民, 岳建民 嶽建民, 游建民 遊建民
  0 of 6: nobody
chinese-simple2traditional
  10 of 14: 余秀英 餘秀英, 范建民 範建民, 姜建民 薑建民, 沈玉英 瀋玉英, 于桂花 於桂花, 卜秀英 蔔秀英, 岳建民 嶽建民, 郁秀英 鬱秀英, 游建民 遊建民, 梁桂花 樑桂花
  3 of 6: 陳昇 陈升, 李甦 李苏, 李乾 李干
chinese_convert
  10 of 14: 余秀英 餘秀英, 范建民 範建民, 姜建民 薑建民, 于桂花 於桂花, 苏秀英 囌秀英, 钟建民 鈡建民, 卜秀英 蔔秀英, 岳建民 嶽建民, 郁秀英 鬱秀英, 游建民 遊建民
  6 of 6: 陳昇 陈升, 李甦 李苏, 張祐 张佑, 王濬 王浚, 趙珮 赵佩, 李乾 李干
cnchar
  10 of 14: 余秀英 餘秀英, 范建民 範建民, 姜建民 薑建民, 于桂花 於桂花, 周桂花 週桂花, 曲桂花 粬桂花, 卜秀英 蔔秀英, 岳建民 嶽建民, 郁秀英 鬱秀英, 游建民 遊建民
  5 of 6: 陳昇 陈升, 張祐 张佑, 王濬 王浚, 趙珮 赵佩, 李乾 李干
EOF

node try.mjs | diff seen.txt -
