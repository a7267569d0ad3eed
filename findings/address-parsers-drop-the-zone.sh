#!/usr/bin/env bash
# address-parse drops a development zone from the address without a word
#
# Version: address-parse 1.2.19.
# Expected: what the parser does not recognise as a division stays in the details (its documentation: the details are
# the rest of the address), so that province, city, area and details together still are the address.
# Seen: 山西综改示范区太原唐槐园区开拓巷12号 comes back as 山西省, 太原市, no area, 唐槐园区开拓巷12号: 综改示范区 is gone, and with it what the parcel
# needs. 义井街道 and streets behind a known district stay.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact address-parse@1.2.19

cat >try.cjs <<'EOF'
const { default: AddressParse } = require('address-parse');

for (const line of [
  '山西综改示范区太原唐槐园区开拓巷12号 李四 13900000000',
  '山西转型综合改革示范区学府园区晋阳街8号 李四 13900000000',
  '太原市义井街道和平南路8号 李四 13900000000',
  '山西省太原市杏花岭区杨家峪街道新沟社区3号楼 李四 13900000000',
]) {
  const { province, city, area, details, name } = AddressParse.parse(line)[0];
  console.log(line.split(' ')[0], '=>', [province, city, area, details, name].map((part) => part || '-').join(' | '));
}
EOF

cat >seen.txt <<'EOF'
山西综改示范区太原唐槐园区开拓巷12号 => 山西省 | 太原市 | - | 唐槐园区开拓巷12号 | 李四
山西转型综合改革示范区学府园区晋阳街8号 => 山西省 | - | - | 转型综合改革示范区学府园区晋阳街8号 | 李四
太原市义井街道和平南路8号 => 山西省 | 太原市 | - | 义井街道和平南路8号 | 李四
山西省太原市杏花岭区杨家峪街道新沟社区3号楼 => 山西省 | 太原市 | 杏花岭区 | 杨家峪街道新沟社区3号楼 | 李四
EOF

TZ=Asia/Shanghai node try.cjs | diff seen.txt -
