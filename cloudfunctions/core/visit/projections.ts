import { people } from '../person/person';
import { communities } from '../place/community';
import { places, type Place } from '../place/place';
import { posts } from '../place/post';
import { under, type Database } from '../platform/database';
import type { ChangedSource, Projected, Projection } from '../projection/projection';
import { dayText } from '../time/shanghai';
import { visitPolicyOf } from './community-policy';
import { visitPlans } from './plan';
import { householdsAtOnce, renewPlans } from './renew-plans';

/**
 * A household's plan names it, who lives there, and the lane chief who looks after it: it follows the place, the
 * people who live there or did, and the chiefs' posts.
 */
export const visitProjections: readonly Projection[] = [
  { name: 'visit.place', from: ['place'], project: projectPlace },
  { name: 'visit.residents', from: ['person'], project: projectPerson },
  { name: 'visit.chief', from: ['post'], project: projectChief },
];

async function renew(database: Database, { at }: ChangedSource, households: readonly Place[]): Promise<number> {
  const [first] = households;
  if (!first) return 0;
  const community = await database.get(communities, first.communityId);
  return renewPlans(database, households, { policy: visitPolicyOf(community), today: dayText(at) });
}

async function projectPlace(database: Database, source: ChangedSource): Promise<Projected> {
  const place = await database.get(places, source.id);
  return { written: place?.kind === 'household' ? await renew(database, source, [place]) : 0 };
}

async function projectPerson(database: Database, source: ChangedSource): Promise<Projected> {
  const [person, plans] = await Promise.all([
    database.get(people, source.id),
    database.find(visitPlans, { where: { 'residents.personId': source.id }, sort: { _id: 'asc' }, limit: 10 }),
  ]);
  const ids = new Set([...plans.map(({ _id }) => _id), ...(person?.home ? [person.home.placeId] : [])]);
  if (ids.size === 0) return { written: 0 };
  const found = await database.find(places, { where: { _id: { oneOf: [...ids] } }, limit: householdsAtOnce });
  return {
    written: await renew(
      database,
      source,
      found.filter(({ kind }) => kind === 'household'),
    ),
  };
}

async function projectChief(database: Database, source: ChangedSource, cursor: string | null): Promise<Projected> {
  const post = await database.get(posts, source.id);
  if (post?.hat !== 'laneChief') return { written: 0 };
  const { communityId, path } = post;
  const found = await database.find(places, {
    where: { communityId, kind: 'household', path: cursor === null ? under(path) : { gt: cursor, lt: `${path}0` } },
    sort: { path: 'asc' },
    limit: householdsAtOnce,
  });
  const written = await renew(database, source, found);
  const last = found.length === householdsAtOnce ? found.at(-1) : undefined;
  return { written, cursor: last?.path ?? null };
}
