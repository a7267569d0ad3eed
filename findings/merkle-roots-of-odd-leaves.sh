#!/usr/bin/env bash
# Four libraries agree on the Merkle root of 8 entries and give 5 entries five roots, none that of RFC 6962
#
# Versions: merkletreejs 0.6.0, merkle-tools 1.4.1, merkle-lib 2.0.10, fixed-merkle-tree 0.7.3, over SHA-256 of each
# entry.
# Expected: RFC 6962 section 2.1 (and RFC 9162): the tree splits at the largest power of two below the number of
# leaves, and leaves and nodes are hashed with a prefix of 0 and 1.
# Seen: the odd leaf is lifted up (merkletreejs, merkle-tools: the shape of RFC 6962 without its prefixes), doubled
# (merkle-lib, merkle-tools for Bitcoin), or padded with zeros (fixed-merkle-tree). merkletreejs has one more answer
# with `complete`, another with `sortPairs`. With 8 leaves all four agree, so that a test with a power of two tells
# nothing: a root is only evidence together with the rule, which belongs on the printed slip.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  merkletreejs@0.6.0 merkle-tools@1.4.1 merkle-lib@2.0.10 fixed-merkle-tree@0.7.3

cat >try.cjs <<'EOF'
const { createHash } = require('node:crypto');
const { MerkleTree } = require('merkletreejs');
const MerkleTools = require('merkle-tools');
const fastRoot = require('merkle-lib/fastRoot');
const { MerkleTree: FixedTree } = require('fixed-merkle-tree');

const sha256 = (data) => createHash('sha256').update(data).digest();

function rfc6962(entries) {
  if (entries.length === 1) return sha256(Buffer.concat([Buffer.from([0]), entries[0]]));
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return sha256(Buffer.concat([Buffer.from([1]), rfc6962(entries.slice(0, split)), rfc6962(entries.slice(split))]));
}

function tools(leaves, make) {
  const tree = new MerkleTools({ hashType: 'sha256' });
  tree.addLeaves(leaves.map((leaf) => leaf.toString('hex')));
  make(tree);
  return tree.getMerkleRoot().toString('hex');
}

const join = (left, right) =>
  sha256(Buffer.concat([Buffer.from(left, 'hex'), Buffer.from(right, 'hex')])).toString('hex');

for (const count of [4, 5, 6, 7, 8]) {
  const entries = Array.from({ length: count }, (_, index) => Buffer.from(`entry ${index + 1}`));
  const leaves = entries.map(sha256);
  const roots = {
    merkletreejs: new MerkleTree(leaves, sha256).getRoot().toString('hex'),
    'merkletreejs complete': new MerkleTree(leaves, sha256, { complete: true }).getRoot().toString('hex'),
    'merkletreejs sortPairs': new MerkleTree(leaves, sha256, { sortPairs: true }).getRoot().toString('hex'),
    'merkle-tools': tools(leaves, (tree) => tree.makeTree()),
    'merkle-tools makeBTCTree': tools(leaves, (tree) => tree.makeBTCTree(false)),
    'merkle-lib': fastRoot(leaves, sha256).toString('hex'),
    'fixed-merkle-tree': new FixedTree(
      3,
      leaves.map((leaf) => leaf.toString('hex')),
      { hashFunction: join, zeroElement: '00'.repeat(32) },
    ).root,
    'RFC 6962': rfc6962(entries).toString('hex'),
  };
  const groups = new Map();
  for (const [name, root] of Object.entries(roots)) groups.set(root, [...(groups.get(root) ?? []), name]);
  console.log(
    count,
    'entries,',
    groups.size,
    'roots:',
    [...groups.values()].map((names) => names.join(' = ')).join('; '),
  );
}
EOF

cat >seen.txt <<'EOF'
4 entries, 4 roots: merkletreejs = merkletreejs complete = merkle-tools = merkle-tools makeBTCTree = merkle-lib; merkletreejs sortPairs; fixed-merkle-tree; RFC 6962
5 entries, 6 roots: merkletreejs = merkle-tools; merkletreejs complete; merkletreejs sortPairs; merkle-tools makeBTCTree = merkle-lib; fixed-merkle-tree; RFC 6962
6 entries, 5 roots: merkletreejs = merkletreejs complete = merkle-tools; merkletreejs sortPairs; merkle-tools makeBTCTree = merkle-lib; fixed-merkle-tree; RFC 6962
7 entries, 5 roots: merkletreejs = merkletreejs complete = merkle-tools; merkletreejs sortPairs; merkle-tools makeBTCTree = merkle-lib; fixed-merkle-tree; RFC 6962
8 entries, 3 roots: merkletreejs = merkletreejs complete = merkle-tools = merkle-tools makeBTCTree = merkle-lib = fixed-merkle-tree; merkletreejs sortPairs; RFC 6962
EOF

TZ=Asia/Shanghai node try.cjs | diff seen.txt -
