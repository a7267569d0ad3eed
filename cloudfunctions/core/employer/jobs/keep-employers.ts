import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import { people } from '../../person/person';
import { communities } from '../../place/community';
import { posts, type Post } from '../../place/post';
import type { Services } from '../../platform/context';
import type { Database } from '../../platform/database';
import { done } from '../../platform/result';
import { recordChange } from '../../projection/source-change';
import { employers, newEmployer } from '../employer';
import { hatPost } from '../hat-post';

/** A community has fewer posts of its own. */
const postsAtOnce = 99;

/**
 * Every night, makes the employers whom members name and nobody made yet, and moves hats that were given before there
 * were employers to the one of whoever wears them. Two reads for each employer and each community, a write for one that
 * is new. It counts what it made and moved.
 */
export const keepEmployers: Job = { name: 'employers', every: 'night', run: keep };

async function keep(services: Services, record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  const { database, clock } = services;
  let after = record?.cursor ?? '';
  let made = after === '' ? await moveHats(services) : 0;
  for (;;) {
    const [next] = await database.find(people, {
      where: { employerId: { gt: after } },
      sort: { employerId: 'asc' },
      limit: 1,
    });
    if (next?.employerId === undefined) return { done: made };
    after = next.employerId;
    if (await make(database, next.communityId, after, next.employer ?? '')) made += 1;
    if (clock.now() >= until) return { done: made, cursor: after };
  }
}

async function make(database: Database, communityId: string, employerId: string, name: string): Promise<boolean> {
  if (await database.get(employers, employerId)) return false;
  return database.insert(employers, newEmployer(communityId, employerId, name));
}

/** Hats that stand at a community as a whole; whose holder names no employer stay there, and reach nothing. */
async function moveHats(services: Services): Promise<number> {
  const { database } = services;
  let moved = 0;
  let after = '';
  for (;;) {
    const where = { _id: { gt: after } };
    const [community] = await database.find(communities, { where, sort: { _id: 'asc' }, limit: 1 });
    if (!community) return moved;
    after = community._id;
    const here = { placeId: community._id, hat: 'employer' };
    for (const post of await database.find(posts, { where: here, sort: { _id: 'asc' }, limit: postsAtOnce }))
      if (await moveHat(services, post)) moved += 1;
  }
}

async function moveHat({ database, clock }: Services, { _id, holder }: Post): Promise<boolean> {
  const person = holder && (await database.get(people, holder.personId));
  const { employerId, employer: name, communityId } = person ?? {};
  if (!person || employerId === undefined || name === undefined || communityId === undefined) return false;
  const moved = await database.transaction(async (transaction) => {
    const post = await transaction.get(posts, _id);
    if (post?.holder?.personId !== person._id || post.employer) return done(false);
    const at = hatPost(newEmployer(communityId, employerId, name), person._id, post.since);
    const { placeId, path, placeName, employer } = at;
    await transaction.update(posts, _id, { set: { placeId, path, placeName, ...(employer && { employer }) } });
    await recordChange(transaction, { kind: 'person', id: person._id }, { at: clock.now(), revision: employerId });
    return done(true);
  });
  return moved.ok && moved.data;
}
