#!/usr/bin/env bash
# Document stores in JavaScript find 王𬱖 where the cloud's database does not, and sort it elsewhere
#
# Versions: mingo 7.2.7, @seald-io/nedb 4.1.2; the order of MongoDB is computed here from UTF-8 bytes.
# Expected: MongoDB compares strings byte by byte in UTF-8 unless a collation is set (MongoDB manual, comparison order,
# BSON strings), which is the order of code points. 通用规范汉字表 has nearly 200 characters beyond the basic plane, 𬱖 and 𫖯
# among them.
# Seen: both compare UTF-16 units, so that 𫖯 comes before a private or full-width character and not behind it; the
# usual upper bound of a prefix, U+FFFF, finds 王𬱖 in both and leaves it out in bytes. With U+10FFFF bytes find it, and
# these two stores lose names with a full-width character instead.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact mingo@7.2.7 @seald-io/nedb@4.1.2

cat >try.mjs <<'EOF'
import { find, Query } from 'mingo';
import Datastore from '@seald-io/nedb';

const people = ['王桂兰', '王𬱖', '王（大）', '𫖯明', '李娟'].map((name) => ({ name }));
const bytes = (left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right));
const store = new Datastore();
await store.insertAsync(people);
for (const last of ['\uffff', '\u{10ffff}'])
  for (const prefix of ['王', '']) {
    const query = { name: { $gte: prefix, $lt: prefix + last } };
    const names = (found) =>
      found
        .map(({ name }) => name)
        .sort()
        .join(' ');
    console.log(`prefix "${prefix}" up to U+${last.codePointAt(0).toString(16).toUpperCase()}`);
    console.log('  mingo ', names(people.filter((person) => new Query(query).test(person))));
    console.log('  nedb  ', names(await store.findAsync(query, { _id: 0 })));
    console.log(
      '  bytes ',
      names(people.filter(({ name }) => bytes(name, prefix) >= 0 && bytes(name, prefix + last) < 0)),
    );
  }
const sorted = ['（大）', '𫖯明', '李娟'].map((name) => ({ name }));
console.log(
  'mingo sorts',
  find(sorted, {})
    .sort({ name: 1 })
    .all()
    .map(({ name }) => name)
    .join(' '),
);
console.log(
  'bytes sort ',
  sorted
    .map(({ name }) => name)
    .sort(bytes)
    .join(' '),
);
EOF

cat >seen.txt <<'EOF'
prefix "王" up to U+FFFF
  mingo  王桂兰 王𬱖 王（大）
  nedb   王桂兰 王𬱖 王（大）
  bytes  王桂兰 王（大）
prefix "" up to U+FFFF
  mingo  李娟 王桂兰 王𬱖 王（大） 𫖯明
  nedb   李娟 王桂兰 王𬱖 王（大） 𫖯明
  bytes  李娟 王桂兰 王𬱖 王（大）
prefix "王" up to U+10FFFF
  mingo  王桂兰 王𬱖
  nedb   王桂兰 王𬱖
  bytes  王桂兰 王𬱖 王（大）
prefix "" up to U+10FFFF
  mingo  李娟 王桂兰 王𬱖 王（大） 𫖯明
  nedb   李娟 王桂兰 王𬱖 王（大） 𫖯明
  bytes  李娟 王桂兰 王𬱖 王（大） 𫖯明
mingo sorts 李娟 𫖯明 （大）
bytes sort  李娟 （大） 𫖯明
EOF

TZ=Asia/Shanghai node try.mjs | diff seen.txt -
