#!/usr/bin/env bash
# Eight canonical JSON libraries give a ledger entry up to four texts, and two of them lose its date
#
# Versions: canonicalize 5.1.0, json-canonicalize 3.0.1, json-canon 1.0.1, @tufjs/canonical-json 2.0.0, canonical-json
# 0.4.0, another-json 0.2.0, @stratumn/canonicaljson 1.0.3, canonicaljson 1.0.1.
# Expected: RFC 8785 (JCS): numbers as ECMAScript writes them, members sorted by UTF-16 code units at every depth, what
# is not JSON refused; a Date is to be turned into a string by the caller. Matrix and TUF have rules of their own,
# without fractions.
# Seen: @tufjs/canonical-json and another-json write a Date as {}, so that entries of different days have one hash; 0.5
# is 5.0E-1 in two; canonical-json sorts 10 behind 9; json-canonicalize and canonical-json leave what toJSON returns
# unsorted; json-canon writes {,"b":1} for a member that is undefined, two others null, two refuse, the rest leave it
# out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  canonicalize@5.1.0 json-canonicalize@3.0.1 json-canon@1.0.1 @tufjs/canonical-json@2.0.0 canonical-json@0.4.0 \
  another-json@0.2.0 @stratumn/canonicaljson@1.0.3 canonicaljson@1.0.1

cat >try.mjs <<'EOF'
import canonicalize from 'canonicalize';
import { canonicalize as jsonCanonicalize } from 'json-canonicalize';
import jsonCanon from 'json-canon';
import tuf from '@tufjs/canonical-json';
import canonicalJson from 'canonical-json';
import anotherJson from 'another-json';
import stratumn from '@stratumn/canonicaljson';
import canonicaljson from 'canonicaljson';

const libraries = {
  canonicalize,
  'json-canonicalize': jsonCanonicalize,
  'json-canon': jsonCanon,
  '@tufjs/canonical-json': tuf.canonicalize,
  'canonical-json': canonicalJson,
  'another-json': anotherJson.stringify,
  '@stratumn/canonicaljson': stratumn.stringify,
  canonicaljson: canonicaljson.stringify,
};
const entries = {
  date: { at: new Date(Date.UTC(2026, 9, 31)) },
  'half a point': { points: 0.5 },
  'member undefined': { a: undefined, b: 1 },
  'months as keys': { 9: 1, 10: 2 },
  'value with toJSON': { toJSON: () => ({ z: 1, a: 2 }) },
  'whole entry': { unit: 'service', points: 3, balance: 12, reason: '居民点单', previous: null },
};
for (const [title, entry] of Object.entries(entries)) {
  const texts = new Map();
  for (const [name, stringify] of Object.entries(libraries)) {
    let text;
    try {
      text = stringify(entry);
    } catch {
      text = 'an error';
    }
    texts.set(text, [...(texts.get(text) ?? []), name]);
  }
  console.log(title);
  for (const [text, names] of texts) console.log(`  ${text} by ${names.join(', ')}`);
}
EOF

cat >seen.txt <<'EOF'
date
  {"at":"2026-10-31T00:00:00.000Z"} by canonicalize, json-canonicalize, json-canon, canonical-json, @stratumn/canonicaljson, canonicaljson
  {"at":{}} by @tufjs/canonical-json, another-json
half a point
  {"points":0.5} by canonicalize, json-canonicalize, json-canon, canonical-json, another-json
  an error by @tufjs/canonical-json
  {"points":5.0E-1} by @stratumn/canonicaljson, canonicaljson
member undefined
  {"b":1} by canonicalize, json-canonicalize, canonical-json
  {,"b":1} by json-canon
  an error by @tufjs/canonical-json, another-json
  {"a":null,"b":1} by @stratumn/canonicaljson, canonicaljson
months as keys
  {"10":2,"9":1} by canonicalize, json-canonicalize, json-canon, @tufjs/canonical-json, another-json, @stratumn/canonicaljson, canonicaljson
  {"9":1,"10":2} by canonical-json
value with toJSON
  {"a":2,"z":1} by canonicalize, json-canon, @stratumn/canonicaljson, canonicaljson
  {"z":1,"a":2} by json-canonicalize, canonical-json
  an error by @tufjs/canonical-json, another-json
whole entry
  {"balance":12,"points":3,"previous":null,"reason":"居民点单","unit":"service"} by canonicalize, json-canonicalize, json-canon, @tufjs/canonical-json, canonical-json, another-json, @stratumn/canonicaljson, canonicaljson
EOF

TZ=Asia/Shanghai node try.mjs | diff seen.txt -
