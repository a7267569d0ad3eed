import { places, type Place } from '../../place/place';
import { posts, type Post } from '../../place/post';
import { hasLevel } from '../../place/rules/levels';
import { under, type Database } from '../../platform/database';
import type { Found } from '../finding';
import { chiefOf } from '../../place/rules/chief';
import { chiefGap, householdGap } from '../rules/gaps';
import { maxRead, nextOf, nothing, open, placesOf, readAtOnce, type Step } from './share';

/** Households that nobody looks after: each is asked of the chiefs above it alone, however many a community has. */
export const households: Step = async (database, community, after) => {
  if (!hasLevel(community, 'laneChief')) return nothing;
  const page = await placesOf(database, community, 'household', after);
  const chiefs = await chiefsAbove(database, open(page));
  const found = open(page).flatMap((place) => householdGap(place, chiefs));
  return { found, next: nextOf(page, readAtOnce, ({ path }) => path) };
};

/** One read for each 99 places above, at each of which there is one chief at most. */
async function chiefsAbove(database: Database, page: readonly Place[]): Promise<readonly Post[]> {
  const above = [...new Set(page.flatMap(({ path }) => path.split('/').slice(1, -1)))];
  const all: Post[] = [];
  for (let first = 0; first < above.length; first += maxRead) {
    const placeId = { oneOf: above.slice(first, first + maxRead) };
    all.push(...(await database.find(posts, { where: { placeId, hat: 'laneChief' }, limit: maxRead })));
  }
  return all;
}

/** Chiefs of too many households: a chief of a courtyard takes its households from the chief of the lane. */
export const chiefs: Step = async (database, community, after) => {
  if (!hasLevel(community, 'laneChief')) return nothing;
  const { _id: communityId } = community;
  const page = await chiefsIn(database, communityId, { gt: after }, readAtOnce);
  const all = [...page, ...(await chiefsBehind(database, communityId, page))];
  const counted = new Map<string, Promise<number>>();
  const countAt = (path: string): Promise<number> => {
    const count = counted.get(path) ?? countIn(database, communityId, path);
    counted.set(path, count);
    return count;
  };
  const found: Found[] = [];
  for (const chief of page) {
    const inner = all.filter((post) => post.holder && chiefOf(post.path, all)?._id === chief._id);
    const [own = 0, ...others] = await Promise.all([chief, ...inner].map(({ path }) => countAt(path)));
    const left = others.reduce((rest, count) => rest - count, own);
    found.push(...chiefGap(chief, left));
  }
  return { found, next: nextOf(page, readAtOnce, ({ path }) => path) };
};

/** Those under the chiefs of a page that lie behind it. */
async function chiefsBehind(database: Database, communityId: string, page: readonly Post[]): Promise<readonly Post[]> {
  const last = page.at(-1);
  const widest = page.find(({ path }) => last?.path === path || last?.path.startsWith(`${path}/`));
  if (!last || !widest) return [];
  const all: Post[] = [];
  for (let after = last.path; ;) {
    const found = await chiefsIn(database, communityId, { gt: after, lt: `${widest.path}0` }, maxRead);
    all.push(...found);
    const next = nextOf(found, maxRead, ({ path }) => path);
    if (next === null) return all;
    after = next;
  }
}

function chiefsIn(
  database: Database,
  communityId: string,
  path: { readonly gt: string; readonly lt?: string },
  limit: number,
): Promise<Post[]> {
  return database.find(posts, { where: { communityId, hat: 'laneChief', path }, sort: { path: 'asc' }, limit });
}

function countIn(database: Database, communityId: string, path: string): Promise<number> {
  return database.count(places, { communityId, kind: 'household', path: under(path), closedAt: null });
}
