#!/usr/bin/env bash
# CloudBase's database SDK sends a regular expression's g flag and a ring of three positions
#
# Version: @cloudbase/database 1.4.3, which wx-server-sdk 4.0.2 and @cloudbase/node-sdk carry; its requests are caught
# here.
# Expected: MongoDB's $regex takes the options i, m, s, x and u, and no g (MongoDB manual, $regex, $options); a linear
# ring has four or more positions (RFC 7946, 3.1.6); $inc takes a number.
# Seen: { name: /王/gi } goes out with options gi; Geo.Polygon checks that a ring is closed, not that it has an area,
# and takes a, b, a; _.inc('1') goes out as text. Swapped coordinates are found in China by luck alone: a longitude of
# 112 is no latitude, while 39.9, 75.9 (Kashgar, swapped) passes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @cloudbase/database@1.4.3

cat >try.cjs <<'EOF'
const { Db } = require('@cloudbase/database');

const sent = [];
Db.reqClass = class {
  send(action, { query, data }) {
    sent.push(data ?? query);
    return Promise.resolve({ data: { list: [], updated: 0 }, requestId: '1' });
  }
};
Db.getAccessToken = () => '';
const db = new Db({ env: 'local' });
const point = (longitude, latitude) => new db.Geo.Point(longitude, latitude);

async function main() {
  await db.collection('people').where({ name: /王/gi }).get();
  await db
    .collection('people')
    .where({ name: db.RegExp({ regexp: '王', options: 'gi' }) })
    .get();
  await db
    .collection('books')
    .doc('a')
    .update({ points: db.command.inc('1') });
  for (const text of sent) console.log(text);
  const ring = [point(112.5, 37.5), point(112.6, 37.5), point(112.5, 37.5)];
  console.log(JSON.stringify(new db.Geo.Polygon([new db.Geo.LineString(ring)]).toJSON()));
  for (const [longitude, latitude] of [
    [37.87, 112.55],
    [39.47, 75.99],
  ]) {
    try {
      console.log(longitude, latitude, JSON.stringify(point(longitude, latitude).toJSON()));
    } catch (error) {
      console.log(longitude, latitude, error.message);
    }
  }
}
main();
EOF

cat >seen.txt <<'EOF'
{"name":{"$regularExpression":{"pattern":"王","options":"gi"}}}
{"name":{"$regularExpression":{"pattern":"王","options":"gi"}}}
{"$inc":{"points":"1"}}
{"type":"Polygon","coordinates":[[[112.5,37.5],[112.6,37.5],[112.5,37.5]]]}
37.87 112.55 latitude should be a number ranges from -90 to 90
39.47 75.99 {"type":"Point","coordinates":[39.47,75.99]}
EOF

TZ=Asia/Shanghai node try.cjs | diff seen.txt -
