import type { Database } from '../platform/database';
import { hashOf } from '../platform/ids';
import { done } from '../platform/result';
import type { Projected } from '../projection/projection';
import type { Source } from '../projection/source-change';
import { belowParent } from './rules/below';
import { communities, type GridAssignment } from './community';
import { places, type Place } from './place';
import { posts } from './post';

const readAtOnce = 50;

/**
 * What lies right under a place carries its path, its grid and its section, and behind a lane's name its own; what lies
 * under that follows in turn.
 */
export async function projectBelow(database: Database, placeId: string, cursor: string | null): Promise<Projected> {
  const parent = await database.get(places, placeId);
  if (!parent) return { written: 0 };
  const found = await database.find(places, {
    where: { parentId: placeId, _id: { gt: cursor ?? '' } },
    sort: { _id: 'asc' },
    limit: readAtOnce,
  });
  const changed: Source[] = [];
  for (const place of found) {
    const next = belowParent(place, parent);
    if (hashOf(next) === hashOf(place)) continue;
    const { path, label, grid, sectionName } = next;
    await database.updateWhere(
      places,
      { _id: place._id, parentId: placeId },
      {
        set: { path, label, ...(grid && { grid }), ...(sectionName !== undefined && { sectionName }) },
        ...(sectionName === undefined && place.sectionName !== undefined && { unset: ['sectionName' as const] }),
      },
    );
    changed.push({ kind: 'place', id: place._id });
  }
  const last = found.length === readAtOnce ? found.at(-1) : undefined;
  return { written: changed.length, changed, cursor: last?._id ?? null };
}

/** Posts at a place carry its name, path and colour; hats of whoever holds them follow. */
export async function projectPosts(database: Database, placeId: string, cursor: string | null): Promise<Projected> {
  const place = await database.get(places, placeId);
  if (!place) return { written: 0 };
  const found = await database.find(posts, {
    where: { placeId, _id: { gt: cursor ?? '' } },
    sort: { _id: 'asc' },
    limit: readAtOnce,
  });
  const { name: placeName, path, colour } = place;
  const outdated = found.filter(
    (post) => hashOf([post.placeName, post.path, post.colour]) !== hashOf([placeName, path, colour]),
  );
  for (const { _id, colour: before } of outdated) {
    await database.updateWhere(
      posts,
      { _id },
      {
        set: { placeName, path, ...(colour && { colour }) },
        ...(!colour && before && { unset: ['colour' as const] }),
      },
    );
  }
  const changed = outdated.flatMap(({ holder }): Source[] => (holder ? [{ kind: 'person', id: holder.personId }] : []));
  const last = found.length === readAtOnce ? found.at(-1) : undefined;
  return { written: outdated.length, changed, cursor: last?._id ?? null };
}

/** The roster says of each grid its name, path and colour. */
export async function projectGrid(database: Database, placeId: string): Promise<Projected> {
  const result = await database.transaction(async (transaction) => {
    const place = await transaction.get(places, placeId);
    if (place?.kind !== 'grid') return done<readonly Source[]>([]);
    const community = await transaction.get(communities, place.communityId);
    if (!community) return done<readonly Source[]>([]);
    const grids = community.grids.map((grid) => (grid.gridId === placeId ? withPlace(grid, place) : grid));
    if (hashOf(grids) === hashOf(community.grids)) return done<readonly Source[]>([]);
    await transaction.update(communities, community._id, { set: { grids } });
    return done<readonly Source[]>([{ kind: 'community', id: community._id }]);
  });
  if (!result.ok) throw new Error(`the roster was not written: ${result.code}`);
  return { written: result.data.length, changed: result.data };
}

function withPlace({ colour: _before, ...grid }: GridAssignment, { name, path, colour }: Place): GridAssignment {
  return { ...grid, name, path, ...(colour && { colour }) };
}
