#!/usr/bin/env bash
# The documents of a watched query with an order are out of it after the first change
#
# Version: @cloudbase/database 1.4.3; @cloudbase/realtime 3.9.1 has the same code. The server's messages are played to
# it by the types that @cloudbase/types publishes (IDBInitEvent, IDBNextEventDataAdd, IDBNextEventDataLimitQueueDequeue,
# IDBNextEventDataReplaceQueueUpdate).
# Expected: `docs` is the result of the query after the change (数据库 · 实时数据推送). Of orderBy('due', 'asc').limit(2)
# that is the two documents that are due first, the earliest in front.
# Seen: a document that comes in is put behind the others, and one whose place in the order changes stays where it was:
# what is due on day 1 stands behind what is due on day 2.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @cloudbase/database@1.4.3

cat >try.cjs <<'EOF'
const { VirtualWebSocketClient } = require('@cloudbase/database/dist/commonjs/realtime/virtual-websocket-client');

const log = console.log;
// the library tells of its progress in the console
console.log = console.warn = () => undefined;

const text = (id, due) => JSON.stringify({ _id: id, due });
const event = (ID, [DataType, QueueType], DocID, Doc = '') => ({ ID, DataType, QueueType, DocID, Doc });
const [first, ...changes] = [
  ['init:', [event(1, ['init', 'init'], 'a', text('a', 2)), event(1, ['init', 'init'], 'b', text('b', 3))]],
  ['c comes, due on day 1:', [event(2, ['limit', 'dequeue'], 'b'), event(2, ['add', 'enqueue'], 'c', text('c', 1))]],
  ['c is due on day 0:', [event(3, ['replace', 'update'], 'c', text('c', 0))]],
];

async function main() {
  let [told, events] = first;
  const client = new VirtualWebSocketClient({
    envId: 'local',
    collectionName: 'orders',
    query: '{}',
    limit: 2,
    orderBy: { due: 'asc' },
    login: () => Promise.resolve({ envId: 'local' }),
    isWSConnected: () => true,
    onceWSConnected: () => Promise.resolve(),
    getWaitExpectedTimeoutLength: () => 5000,
    onWatchStart: () => undefined,
    onWatchClose: () => undefined,
    send: () => Promise.resolve({ msgType: 'INIT_EVENT', msgData: { queryID: 'q', currEvent: 1, events } }),
    onChange: ({ docs }) => log(told, docs.map(({ _id, due }) => `${_id} ${due}`).join(', ')),
    onError: (error) => log(error),
  });
  await client.initWatch();
  for ([told, events] of changes) {
    client.onMessage({ msgType: 'NEXT_EVENT', msgData: { currEvent: events[0].ID, events } });
    await new Promise(setImmediate);
  }
  process.exit(0);
}
main();
EOF

cat >seen.txt <<'EOF'
init: a 2, b 3
c comes, due on day 1: a 2, c 1
c is due on day 0: a 2, c 0
EOF

TZ=Asia/Shanghai node try.cjs | diff seen.txt -
