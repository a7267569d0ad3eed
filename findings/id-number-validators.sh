#!/usr/bin/env bash
# Three validators of Chinese identity numbers disagree on dates, on Taiwan residents and on foreign residents
#
# Versions: id-validator 1.3.0, idcard 4.2.0, validator 13.15.35 (isIdentityCard with zh-CN).
# Expected: GB 11643-1999 has the date of birth by the calendar in digits 7 to 14, so that 30 February and 29 February
# 2023 are no numbers; residence permits of people from Hong Kong, Macao and Taiwan carry 810000, 820000 and 830000
# (State Council, 港澳台居民居住证申领发放办法, 2018); the permanent residence card for foreigners (2017 and 2023) begins with 9, the
# province and the nationality's number, with the same check digit. The numbers are invented: their check digits are
# computed here.
# Seen: id-validator takes 30 February and 29 February 2023, dates in the future too; validator refuses 830000 and
# foreigners whose province is not in the north (it knows 91 alone); idcard refuses all foreigners. Nobody refuses
# 1890, an age of 136.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  id-validator@1.3.0 idcard@4.2.0 validator@13.15.35

cat >try.cjs <<'EOF'
const IdValidator = require('id-validator');
const idcard = require('idcard');
const { isIdentityCard } = require('validator');

/** A number with the check digit that GB 11643 (ISO 7064 MOD 11-2) gives its first 17 digits. */
function number(digits) {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return (
    digits + '10X98765432'[[...digits].reduce((sum, digit, index) => sum + weights[index] * Number(digit), 0) % 11]
  );
}

const idValidator = new IdValidator();
const people = {
  'born 1962-03-12': '14010619620312002',
  'born 2024-02-29': '14010620240229001',
  'born 1962-02-30': '14010619620230002',
  'born 2023-02-29': '14010620230229001',
  'born 2099-01-01': '14010620990101001',
  'born 1890-01-01': '14010618900101001',
  'Hong Kong permit': '81000019870515001',
  'Macao permit': '82000019870515001',
  'Taiwan permit': '83000019870515001',
  'foreigner, Shanxi': '91484019850101001',
  'foreigner, Shanghai': '93184019850101001',
};
for (const [who, digits] of Object.entries(people)) {
  const id = number(digits);
  console.log(
    who.padEnd(19),
    'id-validator',
    idValidator.isValid(id),
    'idcard',
    idcard.verify(id),
    'validator',
    isIdentityCard(id, 'zh-CN'),
  );
}
EOF

cat >seen.txt <<'EOF'
born 1962-03-12     id-validator true idcard true validator true
born 2024-02-29     id-validator true idcard true validator true
born 1962-02-30     id-validator true idcard false validator false
born 2023-02-29     id-validator true idcard false validator false
born 2099-01-01     id-validator true idcard false validator false
born 1890-01-01     id-validator true idcard true validator true
Hong Kong permit    id-validator true idcard true validator true
Macao permit        id-validator true idcard true validator true
Taiwan permit       id-validator true idcard true validator false
foreigner, Shanxi   id-validator true idcard false validator true
foreigner, Shanghai id-validator true idcard false validator false
EOF

TZ=Asia/Shanghai node try.cjs | diff seen.txt -
