import { logins, type Login } from '../../access/login';
import { people, type Person } from '../../person/person';
import { places, type Place } from '../../place/place';
import { posts, type Post } from '../../place/post';
import { isInUse } from '../../place/rules/levels';
import type { Database } from '../../platform/database';
import { gridGaps, holderGap, leaderGap, postGap, reminderGap, seatGap } from '../rules/gaps';
import { maxRead, nextOf, type Step } from './share';

/** Where a post ends in the walk: posts of one place share a path. */
const hatsInWalk = [
  'secretary',
  'committee',
  'groupLeader',
  'gridLeader',
  'gridWorker',
  'laneChief',
  'courtyardHead',
] as const;

/** Those of whom an order waits for an answer within hours. */
const hatsOnCall: readonly string[] = ['gridLeader', 'gridWorker', 'courtyardHead'];

/**
 * Posts that nobody holds, and holders of whom something is said. A vacant post outside the community's form is not
 * missed.
 */
export const vacancies: Step = async (database, community, after) => {
  const [at = '', path = ''] = after.split(' ');
  const { _id: communityId, grids } = community;
  const hat = hatsInWalk.find((one) => one === at) ?? hatsInWalk[0];
  const page = await database.find(posts, {
    where: { communityId, hat, path: { gt: path } },
    sort: { path: 'asc' },
    limit: maxRead,
  });
  const missing = path === '' ? grids.flatMap((grid) => gridGaps(grid, page)) : [];
  const [holders, seats, leaders, phones] = await Promise.all([
    holdersOf(database, hat === 'gridWorker' ? page : []),
    seatsOf(database, page, communityId),
    leadersAt(database, hat === 'groupLeader' ? page : []),
    phonesOf(database, hatsOnCall.includes(hat) ? page : []),
  ]);
  const found = page.flatMap((post) => [
    ...(isInUse(hat, community) ? postGap(post) : []),
    ...holderGap(post, holders.get(post.holder?.personId ?? '')),
    ...leaderGap(post, leaders),
    ...reminderGap(post, phones.get(post.holder?.personId ?? '') ?? []),
    ...(post.placeId === communityId ? [] : seatGap(post, seats.get(post.placeId))),
  ]);
  const more = nextOf(page, maxRead, (post) => `${hat} ${post.path}`);
  const following = hatsInWalk[hatsInWalk.indexOf(hat) + 1];
  const ofHat = missing.filter(({ detail }) => detail === hat);
  return { found: [...ofHat, ...found], next: more ?? (following === undefined ? null : `${following} `) };
};

async function holdersOf(database: Database, held: readonly Post[]): Promise<ReadonlyMap<string, Person>> {
  const ids = held.flatMap(({ holder }) => holder?.personId ?? []);
  if (ids.length === 0) return new Map();
  const found = await database.find(people, { where: { _id: { oneOf: [...new Set(ids)] } }, limit: maxRead });
  return new Map(found.map((person) => [person._id, person]));
}

/** Logins of holders, by person. One read. */
async function phonesOf(database: Database, held: readonly Post[]): Promise<ReadonlyMap<string, readonly Login[]>> {
  const ids = held.flatMap(({ holder }) => holder?.personId ?? []);
  if (ids.length === 0) return new Map();
  const where = { personId: { oneOf: [...new Set(ids)] } };
  const found = await database.find(logins, { where, limit: maxRead, exclude: ['inbox'] });
  return new Map(ids.map((personId) => [personId, found.filter((login) => login.personId === personId)]));
}

/** Where posts of a page are. One read, none for the community's own. */
async function seatsOf(
  database: Database,
  page: readonly Post[],
  communityId: string,
): Promise<ReadonlyMap<string, Place>> {
  const ids = [...new Set(page.map(({ placeId }) => placeId))].filter((placeId) => placeId !== communityId);
  if (ids.length === 0) return new Map();
  const found = await database.find(places, { where: { _id: { oneOf: ids } }, limit: maxRead });
  return new Map(found.map((place) => [place._id, place]));
}

async function leadersAt(database: Database, page: readonly Post[]): Promise<readonly Post[]> {
  const ids = [...new Set(page.map(({ placeId }) => placeId))];
  if (ids.length === 0) return [];
  return database.find(posts, { where: { placeId: { oneOf: ids }, hat: 'gridLeader' }, limit: maxRead });
}
