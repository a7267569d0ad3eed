import { cards } from '../card/card';
import { listedOrders, unlisted, type ListedOrder } from '../order/document/order';
import { people, type Person } from '../person/person';
import type { Community } from '../place/community';
import { places, shelfOf, type Place } from '../place/place';
import { chiefOf } from '../place/rules/chief';
import { posts, type Post } from '../place/post';
import { under, type Database } from '../platform/database';
import type { Found } from './finding';
import {
  cardGap,
  chiefGap,
  gridGaps,
  holderGap,
  householdGap,
  orderGap,
  personGap,
  postGap,
  shopGap,
} from './rules/gaps';

const readAtOnce = 50;
/** One query surely answers so many. */
const maxRead = 99;

/** A share of a walk: what it found, and where the next one begins; null at the end. */
export interface Share {
  readonly found: readonly Found[];
  readonly next: string | null;
}

/** One walk through documents of a community, in shares that begin where the one before ended. */
export type Step = (database: Database, community: Community, after: string) => Promise<Share>;

function nextOf<T>(page: readonly T[], limit: number, keyOf: (one: T) => string): string | null {
  const last = page.at(-1);
  return page.length === limit && last !== undefined ? keyOf(last) : null;
}

function placesOf(database: Database, { _id }: Community, kind: Place['kind'], after: string): Promise<Place[]> {
  return database.find(places, {
    where: { communityId: _id, kind, path: { gt: after } },
    sort: { path: 'asc' },
    limit: readAtOnce,
  });
}

const open = (page: readonly Place[]): readonly Place[] => page.filter(({ closedAt }) => !closedAt);

async function chiefsOf(database: Database, communityId: string): Promise<readonly Post[]> {
  const all: Post[] = [];
  for (let after = ''; ;) {
    const page = await database.find(posts, {
      where: { communityId, hat: 'laneChief', path: { gt: after } },
      sort: { path: 'asc' },
      limit: maxRead,
    });
    all.push(...page);
    const next = nextOf(page, maxRead, ({ path }) => path);
    if (next === null) return all;
    after = next;
  }
}

const households: Step = async (database, community, after) => {
  const [page, chiefs] = await Promise.all([
    placesOf(database, community, 'household', after),
    chiefsOf(database, community._id),
  ]);
  const found = open(page).flatMap((place) => householdGap(place, chiefs));
  return { found, next: nextOf(page, readAtOnce, ({ path }) => path) };
};

/** A chief of a courtyard takes its households from the chief of the lane. */
const chiefs: Step = async (database, { _id: communityId }, after) => {
  const all = await chiefsOf(database, communityId);
  const rest = all.filter(({ path }) => path > after).slice(0, readAtOnce);
  const found: Found[] = [];
  for (const chief of rest) {
    const inner = all.filter((post) => post.holder && chiefOf(post.path, all)?._id === chief._id);
    const [own = 0, ...others] = await Promise.all(
      [chief, ...inner].map(({ path }) => countIn(database, communityId, path)),
    );
    found.push(
      ...chiefGap(
        chief,
        others.reduce((left, count) => left - count, own),
      ),
    );
  }
  return { found, next: nextOf(rest, readAtOnce, ({ path }) => path) };
};

function countIn(database: Database, communityId: string, path: string): Promise<number> {
  return database.count(places, { communityId, kind: 'household', path: under(path) });
}

const courtyards: Step = async (database, community, after) => {
  const page = await placesOf(database, community, 'courtyard', after);
  const withCard = await carded(database, open(page));
  const found = open(page).flatMap((place) => cardGap(place, withCard.has(place._id)));
  return { found, next: nextOf(page, readAtOnce, ({ path }) => path) };
};

/** Where an open card hangs; a courtyard at which very many were given out is asked about by itself. */
async function carded(database: Database, page: readonly Place[]): Promise<ReadonlySet<string>> {
  const ids = page.map(({ _id }) => _id);
  if (ids.length === 0) return new Set();
  const found = await database.find(cards, { where: { 'place.placeId': { oneOf: ids } }, limit: maxRead });
  const [first, ...others] = page;
  if (found.length === maxRead && first && others.length > 0) {
    const half = Math.ceil(page.length / 2);
    const halves = await Promise.all([carded(database, page.slice(0, half)), carded(database, page.slice(half))]);
    return new Set(halves.flatMap((ids) => [...ids]));
  }
  return new Set(found.filter(({ state }) => state === 'open').map(({ place }) => place.placeId));
}

const shops: Step = async (database, { _id }, after) => {
  const page = await database.find(places, {
    where: { parentId: shelfOf(_id, 'ungridded'), _id: { gt: after } },
    sort: { _id: 'asc' },
    limit: readAtOnce,
  });
  return { found: page.flatMap(shopGap), next: nextOf(page, readAtOnce, (one) => one._id) };
};

/** Where a post ends in the walk: posts of one place share a path. */
const hatsInWalk = ['secretary', 'committee', 'groupLeader', 'gridLeader', 'gridWorker', 'laneChief', 'courtyardHead'];

const vacancies: Step = async (database, community, after) => {
  const [hat = hatsInWalk[0] ?? '', path = ''] = after.split(' ');
  const { _id: communityId, grids } = community;
  const page = await database.find(posts, {
    where: { communityId, hat, path: { gt: path } },
    sort: { path: 'asc' },
    limit: maxRead,
  });
  const isGrid = hat === 'gridWorker' || hat === 'gridLeader';
  const missing = isGrid && path === '' ? grids.flatMap((grid) => gridGaps(grid, page)) : [];
  const holders = await holdersOf(database, hat === 'gridWorker' ? page : []);
  const found = page.flatMap((post) => [
    ...postGap(post),
    ...holderGap(post, holders.get(post.holder?.personId ?? '')),
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

const persons: Step = async (database, { _id: communityId }, after) => {
  const [name = '', id = ''] = after.split('\n');
  const page = await database.find(people, {
    where: { communityId, name: { gte: name } },
    ...(after !== '' && { anyOf: [{ name: { gt: name } }, { _id: { gt: id } }] }),
    sort: { name: 'asc', _id: 'asc' },
    limit: maxRead,
  });
  return { found: page.flatMap(personGap), next: nextOf(page, maxRead, (one) => `${one.name}\n${one._id}`) };
};

const openOrders: Step = async (database, { _id, grids }, after) => {
  const page: ListedOrder[] = await database.find(listedOrders, {
    where: { scopes: _id, closed: false, createdKey: { gt: after } },
    sort: { createdKey: 'asc' },
    limit: maxRead,
    exclude: unlisted,
  });
  return {
    found: page.flatMap((order) => orderGap(order, grids)),
    next: nextOf(page, maxRead, ({ createdKey }) => createdKey),
  };
};

/** What is walked through, in this order. */
export const steps: readonly Step[] = [households, chiefs, courtyards, shops, vacancies, persons, openOrders];
