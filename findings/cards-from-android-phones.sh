#!/usr/bin/env bash
# A contact card from an Android phone: 王桂兰 is =E7=8E=8B=E6=A1=82=E5=85=B0, and the end of her address is gone
#
# Versions: vcf 2.1.2, which names 2.1 among its versions, vcard-parser 1.0.0.
# Expected: vCard 2.1 (versit, 1996): ENCODING=QUOTED-PRINTABLE says how a value is written, and = at the end of a line
# that it goes on in the next (RFC 2045, 6.7). Android exports its contacts in this form (VCardBuilder): a value with a
# Chinese character in it is encoded whole, and a new line begun after 67 characters of it.
# Seen: both hand out the encoded text for the name, and of a longer value its first line alone: of the address what
# stands before 单元501, of the note its beginning. Neither says so; vcard-parser makes properties of the lines that are
# left. The number is right, so that an import which looks for people by their number seems to work.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact vcf@2.1.2 vcard-parser@1.0.0

cat >try.cjs <<'EOF'
const Vcf = require('vcf');
const vcardParser = require('vcard-parser');

/** A value as Android writes it. */
function quoted(text) {
  const lines = [''];
  for (const byte of Buffer.from(text)) {
    if (lines.at(-1).length >= 67) lines.push('');
    lines.push(`${lines.pop()}=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
  }
  return lines.join('=\r\n');
}
const property = (name, ...values) =>
  `${name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${values.map((value) => value && quoted(value)).join(';')}`;
const card = [
  'BEGIN:VCARD',
  'VERSION:2.1',
  property('N', '王', '桂兰', '', '', ''),
  property('FN', '王桂兰'),
  'TEL;CELL:13800138000',
  property('ADR;HOME', '', '', '柳巷12号院3号楼2单元501', '太原', '', '', ''),
  property('NOTE', '先敲门，耳朵不好，每月初一和十五送药'),
  'END:VCARD',
  '',
].join('\r\n');

/** What the octets of an encoded text say, as far as they make characters. */
const says = (text) => Buffer.from(text.replace(/[=;]/g, ''), 'hex').toString().replace(/\uFFFD+$/, '');
function show(library, name, phone, address, note) {
  console.log(`${library}: ${name}, ${phone}`);
  for (const text of [address, note]) console.log(`  ${text} (${says(text)})`);
}
const first = new Vcf().parse(card);
show('vcf', ...['fn', 'tel', 'adr', 'note'].map((key) => first.get(key).valueOf()));
const second = vcardParser.parse(card);
const [fn, tel, adr, note] = ['fn', 'tel', 'adr', 'note'].map((key) => second[key][0].value);
show('vcard-parser', fn, tel, adr.join(';'), note);
const properties = Object.keys(second).map((name) => (name.length > 9 ? `${name.slice(0, 9)}…` : name));
console.log('  properties:', properties.join(' '));
EOF

cat >seen.txt <<'EOF'
vcf: =E7=8E=8B=E6=A1=82=E5=85=B0, 13800138000
  ;;=E6=9F=B3=E5=B7=B7=31=32=E5=8F=B7=E9=99=A2=33=E5=8F=B7=E6=A5=BC=32=E5= (柳巷12号院3号楼2)
  =E5=85=88=E6=95=B2=E9=97=A8=EF=BC=8C=E8=80=B3=E6=9C=B5=E4=B8=8D=E5=A5= (先敲门，耳朵不)
vcard-parser: =E7=8E=8B=E6=A1=82=E5=85=B0, 13800138000
  ;;=E6=9F=B3=E5=B7=B7=31=32=E5=8F=B7=E9=99=A2=33=E5=8F=B7=E6=A5=BC=32=E5= (柳巷12号院3号楼2)
  =E5=85=88=E6=95=B2=E9=97=A8=EF=BC=8C=E8=80=B3=E6=9C=B5=E4=B8=8D=E5=A5= (先敲门，耳朵不)
  properties: version n fn tel adr =8d=95=e5… note =bd=ef=bc… =ba=94=e9…
EOF

node try.cjs | diff seen.txt -
