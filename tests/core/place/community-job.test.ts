import type { JobRecord } from '../../../cloudfunctions/core/job/job-record';
import type { Community } from '../../../cloudfunctions/core/place/community';
import { communityJob } from '../../../cloudfunctions/core/place/jobs/community-job';
import { testServices } from '../../support/services';

const now = new Date('2026-11-27T18:30:00Z'); // 02:30 on 28 November in Shanghai
const record = (ranAt: string, cursor: string | null = null): JobRecord => ({
  _id: 'walk',
  ranAt: new Date(ranAt),
  cursor,
  found: [],
});

/** Three communities, of which one changed on the day before. */
async function walked(before: JobRecord | undefined): Promise<readonly string[]> {
  const communities = ['a', 'b', 'c'].map((_id) => ({ _id }) as Community);
  const changes = [
    { _id: 'a', at: new Date('2026-11-20T02:00:00Z') },
    { _id: 'b', at: new Date('2026-11-27T02:00:00Z') },
  ];
  const database = {
    get: async (_from: unknown, id: string) => communities.find(({ _id }) => _id === id),
    find: async ({ name }: { name: string }, { where }: { where: { _id: { gt: string }; at?: { gte: Date } } }) => {
      const all = name === 'communities' ? communities : changes.filter(({ at }) => at >= where.at!.gte);
      return all.filter(({ _id }) => _id > where._id.gt).slice(0, 1);
    },
  };
  const services = testServices({ database: database as never, clock: { now: () => now } });
  const seen: string[] = [];
  const job = communityJob({
    name: 'walk',
    share: async (_services, community, cursor) => ({ done: seen.push(`${community._id}${cursor ?? ''}`) }),
  });
  await job.run(services, before, new Date(now.getTime() + 60_000));
  return seen;
}

describe('a night’s walk', () => {
  it('goes through all communities the first time, and in the first night of a month', async () => {
    expect(await walked(undefined)).toEqual(['a', 'b', 'c']);
    expect(await walked(record('2026-10-30T18:00:00Z'))).toEqual(['a', 'b', 'c']);
  });

  it('goes through those that changed since the night before', async () => {
    expect(await walked(record('2026-11-26T18:00:00Z'))).toEqual(['b']);
  });

  it('goes on where it was cut short', async () => {
    const inside = JSON.stringify({ since: null, communityId: 'b', inside: '/7' });
    expect(await walked(record('2026-11-27T18:20:00Z', inside))).toEqual(['b/7', 'c']);
    const behind = JSON.stringify({ since: null, communityId: 'b', inside: null });
    expect(await walked(record('2026-11-27T18:20:00Z', behind))).toEqual(['c']);
  });

  it.each(['a', 'a/g1', 'a\n/path', '["2026-11-27","a",1,""]'])(
    'begins anew from what an earlier version left: %j',
    async (cursor) => {
      expect(await walked(record('2026-10-30T18:00:00Z', cursor))).toEqual(['a', 'b', 'c']);
    },
  );
});
