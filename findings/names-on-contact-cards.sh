#!/usr/bin/env bash
# Two writers of contact cards show 李建国 as 建国 李, and one folds his note at 215 octets
#
# Versions: vcards-js 2.11.1, vcard-creator 1.0.0.
# Expected: FN is the name as it is shown (RFC 6350, 6.2.1); a Chinese name is family name, given name, nothing between:
# 李建国, 欧阳建国. A line should not be longer than 75 octets without its break (RFC 6350, 3.2).
# Seen: from the parts of the name both make the FN that a phone shows, sorts and reads aloud: 建国 李, given name first
# and a space between. vcards-js folds after 75 characters, three octets each in Chinese; vcard-creator counts octets.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact vcards-js@2.11.1 vcard-creator@1.0.0

cat >try.mjs <<'EOF'
import vCards from 'vcards-js';
import { VCard } from 'vcard-creator';

const note = '网格员，电线水管、跑腿代办、说说心里话，都可以打这个电话，随时都有人接。'.repeat(3);
for (const [familyName, givenName] of [['李', '建国'], ['欧阳', '建国']]) {
  const first = vCards();
  Object.assign(first, { lastName: familyName, firstName: givenName, note });
  const second = new VCard();
  second.addName({ familyName, givenName });
  second.addNote(note);
  for (const [library, text] of [['vcards-js', first.getFormattedString()], ['vcard-creator', String(second)]]) {
    const lines = text.split(/\r?\n/);
    const shown = lines.find((line) => line.startsWith('FN'));
    console.log(library.padEnd(13), shown, Math.max(...lines.map((line) => Buffer.byteLength(line))), 'octets');
  }
}
EOF

cat >seen.txt <<'EOF'
vcards-js     FN:建国 李 215 octets
vcard-creator FN:建国 李 74 octets
vcards-js     FN:建国 欧阳 215 octets
vcard-creator FN:建国 欧阳 74 octets
EOF

node try.mjs | diff seen.txt -
