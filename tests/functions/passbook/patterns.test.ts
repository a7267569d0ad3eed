import type { Grant } from '../../../cloudfunctions/core/passbook/grants/grant';
import type { PairCount } from '../../../cloudfunctions/core/passbook/pairs/pair-count';
import { startApi, type ApiCloud } from '../../support/api';
import { couriersBranch } from '../../support/community';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  await cloud.setClock('2026-11-24T10:00:00+08:00');
});
afterAll(() => cloud.close());

function grantOf(index: number, branchId: string, at: string): Grant {
  const _id = `g${index}`;
  return {
    ...{ _id, communityId: 'qinghe', branchId, branchName: '', kind: 'grant', bookId: 'p_young:service' },
    ...{ personId: 'p_young', personName: '方晓', memberClass: 'young', unit: 'service', points: 1 },
    ...{ day: '2026-11-20', reason: '台账里漏记的一次', state: 'proposed', open: true, sinceKey: `${at}:${_id}` },
    ...{ proposal: { personId: 'p_committee', name: '韩冬', at: new Date(at) }, cap: 20, settled: null, requests: [] },
  };
}

test('what stands out in a month is told by branch, in two reads, and to nobody who keeps no books', async () => {
  const at = (minute: number) => `2026-11-20T02:${String(minute).padStart(2, '0')}:00.000Z`;
  cloud.database.load('grants', [
    ...[0, 5, 10, 15, 20].map((minute, index) => grantOf(index, 'branch:qinghe', at(minute))),
    grantOf(6, couriersBranch._id, at(1)),
    grantOf(7, 'branch:qinghe', '2026-10-31T15:59:59.000Z'),
  ]);
  const pair: PairCount = {
    ...{ _id: 'qinghe:2026-11:called:a:b', communityId: 'qinghe', pairKey: '2026-11:called:a:b', month: '2026-11' },
    ...{ way: 'called', giver: { personId: 'a', name: '甲' }, earner: { personId: 'b', name: '乙' } },
    ...{ paid: 4, unpaid: 0, cap: 4, near: true, unpaidSources: [], private: true },
  };
  cloud.database.load('pairs', [pair]);
  const found = await cloud.getAs('o_inspector', 'passbook.getPatterns', { month: '2026-11' });
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0 });
  expect(found).toEqual({
    month: '2026-11',
    branches: [
      {
        branchId: 'branch:qinghe',
        branchName: '清河社区党支部',
        patterns: [
          { kind: 'burst', name: '韩冬', lines: 5, at: at(0) },
          { kind: 'givenPair', name: '韩冬', to: '方晓', lines: 5 },
        ],
      },
      {
        branchName: expect.any(String),
        patterns: [
          { kind: 'nearPairCap', way: 'called', to: '乙', times: 4, cap: 4 },
          { kind: 'unsaid', name: '乙', lines: 4, of: 4 },
        ],
      },
    ],
    isPartial: false,
  });
  const october = await cloud.getAs('o_inspector', 'passbook.getPatterns', { month: '2026-10' });
  expect(october.branches).toEqual([]);
  expect(await cloud.tryAs('o_member', 'passbook.getPatterns', { month: '2026-11' })).toMatchObject({
    code: 'FORBIDDEN',
  });
  const stranger = await cloud.getAs('o_strangerSecretary', 'passbook.getPatterns', { month: '2026-11' });
  expect(stranger.branches).toEqual([]);
});
