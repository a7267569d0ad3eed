import type { PlaceKind } from '../../../../miniprogram/contracts/place';
import { places, type Place } from '../../place/place';
import type { Database } from '../../platform/database';

/** What lists name as what somebody lives or works in. */
const levels: readonly PlaceKind[] = ['grid', 'section', 'lane', 'courtyard'];
const parentsAtOnce = 30;
const readAtOnce = 99;

/** Every place of a community from its grids down to its courtyards, level by level. */
export async function loadPlaces(database: Database, communityId: string): Promise<readonly Place[]> {
  const found: Place[] = [];
  let parentIds: readonly string[] = [communityId];
  while (parentIds.length > 0) {
    const below = (await childrenOf(database, communityId, parentIds)).filter(({ kind }) => levels.includes(kind));
    found.push(...below);
    parentIds = below.filter(({ kind }) => kind !== 'courtyard').map(({ _id }) => _id);
  }
  return found;
}

/** What lies right under places, in pages. */
export async function childrenOf(
  database: Database,
  communityId: string,
  parentIds: readonly string[],
): Promise<readonly Place[]> {
  const found: Place[] = [];
  for (let at = 0; at < parentIds.length; at += parentsAtOnce) {
    const some = parentIds.slice(at, at + parentsAtOnce);
    for (let after: string | undefined = ''; after !== undefined;) {
      const where = { parentId: { oneOf: some }, _id: { gt: after } };
      const page: readonly Place[] = await database.find(places, { where, sort: { _id: 'asc' }, limit: readAtOnce });
      found.push(...page.filter((place) => place.communityId === communityId));
      after = page.length === readAtOnce ? page.at(-1)?._id : undefined;
    }
  }
  return found;
}
