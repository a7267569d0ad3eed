#!/usr/bin/env bash
# Three search libraries find no 水管 in 厨房水管漏水, and a fourth setting finds 管水
#
# Versions: minisearch 7.2.0, lunr 2.3.9, flexsearch 0.8.212.
# Expected: whoever looks for 水管 among the orders of a community finds the one that says 厨房水管漏水, and for 管水
# none, for no order says so.
# Seen: Chinese puts no spaces between words. MiniSearch takes a whole clause for one word: only its beginning is found,
# and with `prefix` alone. lunr drops every character that is no Latin letter, and finds nothing. FlexSearch finds a
# clause by its beginning with the preset `match`, anything with `tokenize: 'full'`; its own Charset.CJK makes a word of
# each character and asks for all of them in any order, so that 管水 finds 水管.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact minisearch@7.2.0 lunr@2.3.9 flexsearch@0.8.212

cat >try.mjs <<'EOF'
import MiniSearch from 'minisearch';
import lunr from 'lunr';
import { Charset, Index } from 'flexsearch';

const orders = [
  { id: 1, words: '厨房水管漏水，地上都是水' },
  { id: 2, words: '三号楼门灯坏了' },
];
const asked = ['厨房水管漏水', '厨房', '水管', '门灯', '管水'];

const mini = new MiniSearch({ fields: ['words'] });
mini.addAll(orders);
const lunrIndex = lunr(function () {
  this.ref('id');
  this.field('words');
  orders.forEach((order) => this.add(order));
});
const flex = (options) => {
  const index = new Index(options);
  orders.forEach(({ id, words }) => index.add(id, words));
  return (words) => index.search(words);
};
const searches = {
  MiniSearch: (words) => mini.search(words).map(({ id }) => id),
  'MiniSearch, prefix': (words) => mini.search(words, { prefix: true }).map(({ id }) => id),
  lunr: (words) => lunrIndex.search(words).map(({ ref }) => Number(ref)),
  FlexSearch: flex(),
  'FlexSearch, match': flex('match'),
  'FlexSearch, full': flex({ tokenize: 'full' }),
  'FlexSearch, CJK': flex({ encoder: Charset.CJK }),
};
for (const [name, search] of Object.entries(searches))
  console.log(name.padEnd(18), asked.map((words) => `${words} ${search(words).join() || '-'}`).join('  '));
EOF

cat >seen.txt <<'EOF'
MiniSearch         厨房水管漏水 1  厨房 -  水管 -  门灯 -  管水 -
MiniSearch, prefix 厨房水管漏水 1  厨房 1  水管 -  门灯 -  管水 -
lunr               厨房水管漏水 -  厨房 -  水管 -  门灯 -  管水 -
FlexSearch         厨房水管漏水 1  厨房 -  水管 -  门灯 -  管水 -
FlexSearch, match  厨房水管漏水 1  厨房 1  水管 -  门灯 -  管水 -
FlexSearch, full   厨房水管漏水 1  厨房 1  水管 1  门灯 2  管水 -
FlexSearch, CJK    厨房水管漏水 1  厨房 1  水管 1  门灯 2  管水 1
EOF

node try.mjs | diff seen.txt -
