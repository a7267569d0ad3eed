#!/usr/bin/env bash
# Pinyin libraries lose rare characters of names, misread surnames, and find no 吕 under the LYU of her passport
#
# Versions: chinese-to-pinyin 1.3.1, js-pinyin 0.2.7, pinyin 4.0.0, pinyin-match 1.2.10, pinyin-pro 3.29.4.
# Expected: 䶮 yǎn (通用规范汉字表, third level), 〇 líng, 逯 lù and 翟 zhái as surnames, 区 ōu and 员 yùn as surnames (现代汉语词典);
# GB/T 28039-2011 lets ü be YU in documents, and so passports since 2012 print 吕 as LYU.
# Seen: chinese-to-pinyin leaves the character out, so that 王䶮 and 王〇 both have the key "wang"; js-pinyin reads 逯 as
# Dai and leaves 䶮 as it is; pinyin reads 区 qu and 员 yuan in mode SURNAME and splits 𠮷 in halves; three of the
# libraries read 翟 di. pinyin-match finds 吕 by lv alone, pinyin-pro's match by lü alone: nobody by lyu or lu.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  chinese-to-pinyin@1.3.1 js-pinyin@0.2.7 pinyin@4.0.0 pinyin-match@1.2.10 pinyin-pro@3.29.4 @napi-rs/pinyin@1.8.0

cat >try.mjs <<'EOF'
import toPinyin from 'chinese-to-pinyin';
import jsPinyin from 'js-pinyin';
import { pinyin } from 'pinyin';
import pinyinMatch from 'pinyin-match';
import * as pro from 'pinyin-pro';
import { pinyin as native } from '@napi-rs/pinyin';

const full = (name) => (jsPinyin.getFullChars ? jsPinyin : jsPinyin.default).getFullChars(name);
for (const name of ['王䶮', '王〇', '逯军', '翟天', '区志强', '员外明'])
  console.log(
    [
      name,
      `chinese-to-pinyin ${toPinyin(name, { removeTone: true })}`,
      `js-pinyin ${full(name)}`,
      `pinyin ${pinyin(name, { style: 'normal', mode: 'SURNAME' }).join(' ')}`,
      `@napi-rs/pinyin ${native(name).join(' ')}`,
      `pinyin-pro ${pro.pinyin(name, { toneType: 'none', surname: 'head' })}`,
    ].join(' | '),
  );
console.log('𠮷田, two characters, by pinyin:', pinyin('𠮷田', { style: 'normal', mode: 'SURNAME' }).length, 'parts');
for (const typed of ['lü', 'lv', 'lu', 'lyu'])
  console.log(
    '吕 by',
    typed,
    'pinyin-match',
    pinyinMatch.match('吕秀英', typed) !== false,
    'pinyin-pro',
    pro.match('吕秀英', typed) !== null,
  );
EOF

cat >seen.txt <<'EOF'
王䶮 | chinese-to-pinyin wang | js-pinyin Wang䶮 | pinyin wang yan | @napi-rs/pinyin wang yan | pinyin-pro wang yan
王〇 | chinese-to-pinyin wang | js-pinyin Wang〇 | pinyin wang ling | @napi-rs/pinyin wang ling | pinyin-pro wang ling
逯军 | chinese-to-pinyin lu jun | js-pinyin DaiJun | pinyin lu jun | @napi-rs/pinyin lu jun | pinyin-pro lu jun
翟天 | chinese-to-pinyin di tian | js-pinyin DiTian | pinyin zhai tian | @napi-rs/pinyin di tian | pinyin-pro zhai tian
区志强 | chinese-to-pinyin qu zhi qiang | js-pinyin QuZhiQiang | pinyin qu zhi qiang | @napi-rs/pinyin qu zhi qiang | pinyin-pro ou zhi qiang
员外明 | chinese-to-pinyin yuan wai ming | js-pinyin YuanWaiMing | pinyin yuan wai ming | @napi-rs/pinyin yuan wai ming | pinyin-pro yun wai ming
𠮷田, two characters, by pinyin: 3 parts
吕 by lü pinyin-match true pinyin-pro true
吕 by lv pinyin-match true pinyin-pro false
吕 by lu pinyin-match false pinyin-pro false
吕 by lyu pinyin-match false pinyin-pro false
EOF

TZ=Asia/Shanghai node try.mjs | diff seen.txt -
