import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import { raiseAlarm } from '../../passbook/alarm/raise-alarm';
import { anchors, type Anchor } from '../../passbook/anchor/anchor';
import { faultOfLink } from '../../passbook/anchor/anchor-chain';
import type { Services } from '../../platform/context';
import { documentsAtOnce } from '../source';

/** Every month every anchor of every community, from its first. It counts anchors. */
export const checkAnchors: Job = { name: 'check-anchors', every: 'month', run: readThrough };

/** Ids sort by community and day, so that each anchor but a community's first comes after the one that it follows. */
async function readThrough(services: Services, record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  const { database, signer } = services;
  if (!signer) return { done: 0 };
  let from = record?.cursor ?? '';
  let previous: Anchor | null = null;
  for (let done = 0; ;) {
    const found: Anchor[] = await database.find(anchors, {
      where: { _id: { gte: from } },
      sort: { _id: 'asc' },
      limit: documentsAtOnce,
    });
    for (const anchor of found) {
      const isSame: boolean = previous?._id === anchor._id;
      const before: Anchor | null = previous?.communityId === anchor.communityId ? previous : null;
      const isStart = before === null && anchor._id === record?.cursor;
      const why = isSame || isStart ? null : faultOfLink(anchor, before, signer.keys);
      if (why)
        await raiseAlarm(services, { ...nobody, communityId: anchor.communityId, why: 'anchor', day: anchor.day });
      previous = anchor;
    }
    done += found.length;
    from = found.at(-1)?._id ?? from;
    if (found.length < documentsAtOnce) return { done, cursor: null };
    if (services.clock.now() >= until) return { done, cursor: from };
  }
}

const nobody = { bookId: null, personId: null, name: '', unit: null, sequence: 0 } as const;
