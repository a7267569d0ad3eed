import { callsOfRows, peersTable, readPeers } from '../../tools/bench/peers';

const row = (label: string, reads: number, writes = 0) => ({
  ...{ label, reads, writes, runs: 1, examined: 1, returned: 1, replyBytes: 1, p50Ms: 1, p99Ms: 1 },
});

test('what peers cost keeps its date, and stands beside what was measured in the same run', () => {
  const peers = readPeers();
  expect(peers.measured).toMatch(/^2026-11-28/);
  expect([...peers.callsOf.keys()]).toEqual(['WebVol', 'DotCircle', 'lianxin 5e6275e']);
  const rows = [row('home.get (resident)', 3), row('home.get (desk)', 9), row('order.accept', 3, 2)];
  expect(callsOfRows(rows)).toEqual({ home: 4, claim: 6 });
  const table = peersTable(peers, rows, 276);
  expect(table).toContain('DotCircle');
  expect(table.split('\n').at(-1)).toMatch(/^this run\s+4\s+-\s+-\s+-\s+6\s+-\s+276/);
});
