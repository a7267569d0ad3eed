#!/usr/bin/env bash
# nzh reads 两千零五十 as 50 and leaves the 零 out of amounts that the rules for bills give
#
# Versions: nzh 1.0.14; chinese-numbers-converter 2.3.1 reads the same words.
# Expected: 两 is the numeral two before a measure (现代汉语词典), 廿 twenty, 一万二 12,000 in speech. For amounts in words:
# 正确填写票据和结算凭证的基本规定 (annex 1 of 支付结算办法), rule 3: ¥107,000.53 is 人民币壹拾万柒仟元零伍角叁分 or 人民币壹拾万零柒仟元伍角叁分; rule 2 of the same: 整
# after 元 when there is no 角.
# Seen: nzh.decodeS drops what it does not know without a word: 两千零五十 is 50, 两百五 5, 廿三 3, 一万二 10002, 二〇二六 226. toMoney
# writes neither 零 of ¥107,000.53, and its 整 depends on the number's type: "1.00" has none, 1 has one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact nzh@1.0.14 chinese-numbers-converter@2.3.1

cat >try.cjs <<'EOF'
const nzh = require('nzh/cn');
const ChineseNumber = require('chinese-numbers-converter');

for (const words of ['两千零五十', '两百五', '廿三', '卅', '一万二', '三千五', '二〇二六', '一百零五'])
  console.log(words, 'nzh', nzh.decodeS(words), 'chinese-numbers-converter', new ChineseNumber(words).toInteger());
for (const amount of ['107000.53', '1680.32', '1409.50', '16409.02', '1.00', 1, '1.005', 1.005])
  console.log(JSON.stringify(amount), nzh.toMoney(amount));
EOF

cat >seen.txt <<'EOF'
两千零五十 nzh 50 chinese-numbers-converter 2050
两百五 nzh 5 chinese-numbers-converter 250
廿三 nzh 3 chinese-numbers-converter 23
卅 nzh 0 chinese-numbers-converter 30
一万二 nzh 10002 chinese-numbers-converter 12000
三千五 nzh 3005 chinese-numbers-converter 3500
二〇二六 nzh 226 chinese-numbers-converter 2026
一百零五 nzh 105 chinese-numbers-converter 105
"107000.53" 人民币壹拾万柒仟元伍角叁分
"1680.32" 人民币壹仟陆佰捌拾元叁角贰分
"1409.50" 人民币壹仟肆佰零玖元伍角
"16409.02" 人民币壹万陆仟肆佰零玖元零贰分
"1.00" 人民币壹元
1 人民币壹元整
"1.005" 人民币壹元
1.005 人民币壹元
EOF

TZ=Asia/Shanghai node try.cjs | diff seen.txt -
