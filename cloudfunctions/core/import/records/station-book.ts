import { readSites } from '../../site/read-sites';
import { orgs, type Organisation, type Site } from '../../site/site';
import { stations, type Station } from '../../station/station';
import { communities, type Community } from '../../place/community';
import { places, type Place } from '../../place/place';
import type { Database } from '../../platform/database';
import { plainName } from '../rules/find-place';

const atOnce = 99;

/** The stations, sites and organisations that a community has, by what they are called. */
export interface StationBook {
  readonly community: Community;
  readonly orgs: readonly Organisation[];
  readonly sites: readonly Site[];
  readonly stations: readonly Station[];
  /** With their boundaries, to tell in which a point lies. */
  readonly grids: readonly Place[];
}

/** Reads them: one read for each 99 of a kind, one at least. */
export async function readStationBook(database: Database, communityId: string): Promise<StationBook> {
  const [community, ownOrgs, sites, own, grids] = await Promise.all([
    database.get(communities, communityId),
    readOrganisations(database, communityId),
    readSites(database, communityId),
    Promise.all((['station', 'shop'] as const).map((kind) => readStations(database, communityId, kind))),
    database.find(places, {
      where: { communityId, parentId: communityId },
      sort: { position: 'asc', _id: 'asc' },
      limit: atOnce,
    }),
  ]);
  if (!community) throw new Error('an import without its community');
  return { community, orgs: ownOrgs, sites, stations: own.flat(), grids };
}

async function readOrganisations(database: Database, communityId: string): Promise<readonly Organisation[]> {
  const found: Organisation[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const where = { communityId, _id: { gt: after } };
    const page: readonly Organisation[] = await database.find(orgs, { where, sort: { _id: 'asc' }, limit: atOnce });
    found.push(...page);
    after = page.length === atOnce ? page.at(-1)?._id : undefined;
  }
  return found;
}

async function readStations(
  database: Database,
  communityId: string,
  kind: Station['kind'],
): Promise<readonly Station[]> {
  const found: Station[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const where = { communityId, kind, listKey: { gt: after } };
    const page: readonly Station[] = await database.find(stations, { where, sort: { listKey: 'asc' }, limit: atOnce });
    found.push(...page);
    after = page.length === atOnce ? page.at(-1)?.listKey : undefined;
  }
  return found;
}

/** Whether two names mean one thing, as lists write them. */
export function isCalled(one: string, other: string): boolean {
  return plainName(one) === plainName(other);
}
