import { ReviewedLines } from '../../../cloudfunctions/core/review/lines';
import type { Services } from '../../../cloudfunctions/core/platform/context';

const line = (_id: string, branchId?: string) => ({
  ...{ _id, kind: 'entry', communityId: 'qinghe', at: new Date('2026-11-20T02:00:00Z') },
  ...(branchId !== undefined && { branchId }),
});
const first = { branchId: 'branch:qinghe', branchName: '', communityId: 'qinghe' };
const riders = { ...first, branchId: 'branch:qinghe:riders' };

test('branches of a community share what was read of its lines; another community is read anew', async () => {
  const asked: unknown[] = [];
  const find = async (_from: unknown, { where }: { where: { communityId: string; unit: string } }) => {
    asked.push([where.communityId, where.unit]);
    return where.unit === 'service' ? [line('one'), line('two', riders.branchId), line('three', first.branchId)] : [];
  };
  const clock = { now: () => new Date('2026-11-24T18:00:00Z') };
  const lines = new ReviewedLines({ database: { find }, clock } as unknown as Services);
  const idsOf = async (branch: typeof first, month = '2026-11') =>
    (await lines.of(branch, month)).lines.map(({ _id }) => _id);
  expect(await idsOf(first)).toEqual(['one', 'three']);
  expect(await idsOf(riders)).toEqual(['two']);
  expect(asked).toEqual([
    ['qinghe', 'organization'],
    ['qinghe', 'service'],
  ]);
  await idsOf(riders, '2026-10');
  expect(asked).toHaveLength(4);
  await idsOf({ ...first, communityId: 'liuyuan', branchId: 'branch:liuyuan' });
  expect(asked).toHaveLength(6);
  await idsOf(first);
  expect(asked).toHaveLength(8);
});
