import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import type { Services } from '../../platform/context';
import { posts } from '../post';
import { isOutdated, renewPost } from '../write-post';

const dueAtOnce = 50;
const readAtOnce = 99;

/** Holders whose time has ended leave their posts, and successors whose day has come take them. It counts posts. */
export const changeHolders: Job = {
  name: 'holders',
  every: 'run',
  waiting: (now) => [
    { of: posts, where: { until: { lte: now } }, limit: 1 },
    { of: posts, where: { 'next.from': { lte: now } }, limit: 1 },
  ],
  run: changeDue,
};

/** What was renewed is no longer due, so that the next page is what is left. */
async function changeDue(services: Services, _record: unknown, until: Date): Promise<JobProgress> {
  const { database, clock } = services;
  const due = { lte: clock.now() };
  for (let done = 0; ;) {
    const [ended, coming] = await Promise.all([
      database.find(posts, { where: { until: due }, sort: { until: 'asc' }, limit: dueAtOnce }),
      database.find(posts, { where: { 'next.from': due }, sort: { 'next.from': 'asc' }, limit: dueAtOnce }),
    ]);
    let renewed = 0;
    for (const postId of new Set([...ended, ...coming].map(({ _id }) => _id)))
      if (await renewPost(services, postId)) renewed += 1;
    done += renewed;
    const isFull = ended.length === dueAtOnce || coming.length === dueAtOnce;
    if (!isFull || renewed === 0) return { done };
    if (clock.now() >= until) return { done, cursor: '' };
  }
}

/** Finds every night posts whose holder was changed by hand, in the database's console, where nobody records it. */
export const findHolderChanges: Job = { name: 'posts', every: 'night', run: findChanged };

async function findChanged(services: Services, record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  const { database, clock } = services;
  let cursor = record?.cursor ?? '';
  let done = 0;
  for (;;) {
    const where = { _id: { gt: cursor } };
    const found = await database.find(posts, { where, sort: { _id: 'asc' }, limit: readAtOnce });
    for (const post of found.filter((one) => isOutdated(one, clock.now())))
      if (await renewPost(services, post._id)) done += 1;
    const last = found.at(-1);
    if (found.length < readAtOnce || !last) return { done };
    cursor = last._id;
    if (clock.now() >= until) return { done, cursor };
  }
}
