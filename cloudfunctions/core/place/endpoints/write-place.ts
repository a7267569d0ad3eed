import type { EndpointName } from '../../../../miniprogram/contracts/api';
import { withAct } from '../../access/act';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import type { Change, Transaction } from '../../platform/database';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { recordChange } from '../../projection/source-change';
import { communities, type Community, type GridAssignment } from '../community';
import { places, type Place } from '../place';
import type { Changing, Surroundings } from '../rules/changes';

/** A place remembers so many calls. */
const requestLimit = 10;

type World = Pick<Context, 'clock' | 'request'>;

/** A place with who did this to it, and under which request. */
function noted(place: Place, context: World, caller: SignedIn, action: EndpointName): Place {
  const requests = [...(place.requests ?? []), context.request].slice(-requestLimit);
  return { ...place, requests, ...withAct(place, context, caller, action) };
}

/** What a decision on a place is told of whoever makes it. */
export function changingOf({ clock }: World, { login }: SignedIn, version: number): Changing {
  return { version, at: clock.now(), byName: login.name };
}

/** A place of the caller's community. One read. */
export async function findPlace(
  transaction: Transaction,
  { login }: SignedIn,
  placeId: string,
  field: string,
): Promise<Result<Place>> {
  const place = await transaction.get(places, placeId);
  return place?.communityId === login.communityId ? done(place) : refuse('NOT_FOUND', field);
}

/** What stands above a place. One read for what lies under another place, none for a grid or a shelf. */
export async function parentOf(
  transaction: Transaction,
  { parentId, communityId }: Pick<Place, 'parentId' | 'communityId'>,
): Promise<Place | undefined> {
  return parentId === communityId || parentId.includes(':') ? undefined : transaction.get(places, parentId);
}

/** The caller's community. One read. @throws where it is gone, which nothing does */
export async function ownCommunity(transaction: Transaction, { login }: SignedIn): Promise<Community> {
  const community = await transaction.get(communities, login.communityId);
  if (!community) throw new Error('a login without its community');
  return community;
}

/** Writes a new place, and the roster where it is a grid. One write, two for what lies under another or is a grid. */
export async function insertPlace(
  transaction: Transaction,
  context: World,
  caller: SignedIn,
  { place, surroundings }: { readonly place: Place; readonly surroundings: Surroundings & { community: Community } },
): Promise<Place> {
  const created = noted(place, context, caller, 'place.create');
  await transaction.insert(places, created);
  const { parent, community } = surroundings;
  if (parent) await transaction.update(places, parent._id, { increment: { children: 1 } });
  if (place.kind === 'grid')
    await transaction.update(communities, community._id, { set: { grids: [...community.grids, assignmentOf(place)] } });
  return created;
}

function assignmentOf({ _id, name, path, colour }: Place): GridAssignment {
  return { gridId: _id, name, path, ...(colour && { colour }) };
}

export interface PlaceChange {
  readonly placeId: string;
  readonly action: EndpointName;
  decide(place: Place, transaction: Transaction, community: Community): Promise<Result<Place>>;
}

/**
 * Changes a place in one transaction, with the counts of what it lies under; copies follow by the job. A grid's change
 * stands in the roster at once, so that no other grid takes its colour meanwhile.
 */
export function changePlace(
  context: Pick<Context, 'database' | 'clock' | 'request'>,
  caller: SignedIn,
  { placeId, action, decide }: PlaceChange,
): Promise<Result<Place>> {
  const { database, clock, request } = context;
  return database.transaction(async (transaction) => {
    const found = await findPlace(transaction, caller, placeId, 'placeId');
    if (!found.ok) return found;
    const before = found.data;
    const replay = replayOf(before.requests ?? [], request, () => before);
    if (replay) return replay;
    const community = await ownCommunity(transaction, caller);
    const decided = await decide(before, transaction, community);
    if (!decided.ok) return decided;
    const after = noted(decided.data, context, caller, action);
    await transaction.update(places, placeId, changeBetween(before, after));
    if (after.parentId !== before.parentId) await countChildren(transaction, before, after);
    const occasion = { at: clock.now(), revision: request.requestKey };
    if (before.kind === 'grid') await updateRoster(transaction, community, after);
    await recordChange(transaction, { kind: 'place', id: placeId }, occasion);
    return done(after);
  });
}

const optionalFields = ['grid', 'sectionName', 'boundary', 'closedAt'] as const;

function changeBetween(before: Place, { _id: _same, ...after }: Place): Change<Place> {
  const gone = optionalFields.filter((name) => before[name] !== undefined && after[name] === undefined);
  return { set: after, ...(gone.length > 0 && { unset: gone }) };
}

async function countChildren(transaction: Transaction, before: Place, after: Place): Promise<void> {
  for (const [{ parentId, communityId }, children] of [
    [before, -1],
    [after, 1],
  ] as const)
    if (parentId !== communityId && !parentId.includes(':'))
      await transaction.update(places, parentId, { increment: { children } });
}

async function updateRoster(transaction: Transaction, { _id, grids }: Community, grid: Place): Promise<void> {
  const after = grid.closedAt
    ? grids.filter(({ gridId }) => gridId !== grid._id)
    : grids.map((one) => (one.gridId === grid._id ? { ...withoutColour(one), ...assignmentOf(grid) } : one));
  await transaction.update(communities, _id, { set: { grids: after } });
}

function withoutColour({ colour: _colour, ...grid }: GridAssignment): GridAssignment {
  return grid;
}
