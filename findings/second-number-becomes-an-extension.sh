#!/usr/bin/env bash
# libphonenumber-js makes the daughter's number behind a comma an extension of the mother's, and loses it
#
# Versions: libphonenumber-js 1.13.16 (findPhoneNumbersInText, parsePhoneNumber), google-libphonenumber 3.2.47 (parse).
# Expected: two numbers. Google's library, of which the finder is a port, takes a comma or semicolon for the sign of an
# extension when it parses, and not when it finds numbers in a text, where they seldom mean one (what its
# EXTN_PATTERNS_FOR_PARSING are for). Landlines in China have extensions, written 0351-7654321-801 or with 转;
# mobiles have none.
# Seen: the port is asked for a pattern for 'matching' and gives the one for parsing. What follows a comma, with or
# without a blank, is an extension of up to 9 digits, and the other person has no number any more; a semicolon takes 15,
# and then parsing says "valid" in both libraries. A room or a year behind a comma is an extension too. With 、 or ， or a
# blank both numbers are found; a landline with -801 is not found at all.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  libphonenumber-js@1.13.16 google-libphonenumber@3.2.47

cat >try.cjs <<'EOF'
const { findPhoneNumbersInText, parsePhoneNumberFromString } = require('libphonenumber-js/max');
const { PhoneNumberUtil, PhoneNumberFormat } = require('google-libphonenumber');

const util = PhoneNumberUtil.getInstance();
const written = (number, extension) => number + (extension ? ` ext. ${extension}` : '');
function google(text) {
  try {
    const phone = util.parse(text, 'CN');
    const valid = util.isValidNumber(phone) ? 'valid' : 'not valid';
    return `${written(util.format(phone, PhoneNumberFormat.E164), phone.getExtension())}, ${valid}`;
  } catch {
    return 'refused';
  }
}
function parsed(text) {
  const phone = parsePhoneNumberFromString(text, 'CN');
  return phone ? `${written(phone.number, phone.ext)}, ${phone.isValid() ? 'valid' : 'not valid'}` : 'refused';
}

for (const text of [
  '13800138000、13900000000',
  '13800138000 13900000000',
  '13800138000，13900000000',
  '13800138000,13900000000',
  '0351-7654321,13900000000',
  '13800138000;13900000000',
  '13800138000,7654321',
  '13800138000,501室',
  '0351-7654321-801',
]) {
  const found = findPhoneNumbersInText(text, 'CN').map(({ number }) => written(number.number, number.ext));
  console.log(`${text}\n  found  ${found.join(' and ') || 'nothing'}`);
  console.log(`  parsed ${parsed(text)} | google ${google(text)}`);
}
EOF

cat >seen.txt <<'EOF'
13800138000、13900000000
  found  +8613800138000 and +8613900000000
  parsed refused | google refused
13800138000 13900000000
  found  +8613800138000 and +8613900000000
  parsed refused | google refused
13800138000，13900000000
  found  +8613800138000 and +8613900000000
  parsed refused | google refused
13800138000,13900000000
  found  +8613800138000 ext. 139000000
  parsed refused | google refused
0351-7654321,13900000000
  found  +863517654321 ext. 139000000
  parsed refused | google refused
13800138000;13900000000
  found  +8613800138000 ext. 13900000000
  parsed +8613800138000 ext. 13900000000, valid | google +8613800138000 ext. 13900000000, valid
13800138000,7654321
  found  +8613800138000 ext. 7654321
  parsed +8613800138000 ext. 7654321, valid | google +8613800138000 ext. 7654321, valid
13800138000,501室
  found  +8613800138000 ext. 501
  parsed +8613800138000 ext. 501, valid | google +8613800138000 ext. 501, valid
0351-7654321-801
  found  nothing
  parsed +863517654321801, not valid | google +863517654321801, not valid
EOF

node try.cjs | diff seen.txt -
