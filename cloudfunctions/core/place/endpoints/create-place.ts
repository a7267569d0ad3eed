import { placeKinds } from '../../../../miniprogram/contracts/place';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { derivedId } from '../../platform/ids';
import { pageQuery } from '../../platform/page';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, optional, requestId, v } from '../../platform/validation';
import { limits } from '../../../../miniprogram/contracts/limits';
import { placeDetail } from '../detail';
import { places, shelfOf, type Place } from '../place';
import { gridAt } from '../rules/boundary';
import { decideCreate, maySettleLater, type NewPlace, type PlaceFields } from '../rules/changes';
import { fieldsOf, placeFields } from './place-fields';
import { findPlace, insertPlace, ownCommunity } from './write-place';

/**
 * A new place. A shop or a facility without a parent falls to the grid around its point (`rules/boundary.ts`), or to
 * none, which is listed.
 * A grid, and a shop or a facility without a point, cost one read less; a shop or a facility one write less.
 * Somebody's first write beside orders takes one write more.
 * Cost: 4 reads, 3 writes.
 */
export const createPlace = signedInEndpoint({
  name: 'place.create',
  input: object({ ...placeFields, kind: v.picklist(placeKinds), parentId: optional(id), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const { database, openid, requestId: key, request } = context;
    const refused = await checkTexts(context, { name: input.name });
    if (refused) return refused;
    const fields = fieldsOf(input);
    const { communityId } = caller.login;
    if (input.parentId === communityId || input.parentId?.includes(':')) return refuse('NOT_FOUND', 'parentId');
    const parentId = input.parentId ?? (await foundParent(context, caller, input.kind, fields));
    const wanted = { ...fields, kind: input.kind, communityId, parentId, placeId: placeIdOf(openid, key) };
    const created = await database.transaction(async (transaction) => {
      const before = await transaction.get(places, wanted.placeId);
      const replay = before && replayOf(before.requests ?? [], request, () => before);
      if (before) return replay ?? refuse('REQUEST_REUSED', 'requestId');
      return createUnder(transaction, context, caller, wanted);
    });
    return created.ok ? done(placeDetail(created.data)) : created;
  },
});

/** Ids of places are lower-case: they stand in paths. */
function placeIdOf(openid: string, key: string): string {
  return derivedId('pl', openid, key).toLowerCase();
}

async function createUnder(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  wanted: NewPlace,
): Promise<Result<Place>> {
  const isUnderPlace = wanted.parentId !== wanted.communityId && !wanted.parentId.includes(':');
  const found = isUnderPlace ? await findPlace(transaction, caller, wanted.parentId, 'parentId') : undefined;
  if (found && !found.ok) return found;
  const community = await ownCommunity(transaction, caller);
  const surroundings = { parent: found?.data, grids: community.grids, community };
  const decided = decideCreate(wanted, surroundings);
  if (!decided.ok) return decided;
  return done(await insertPlace(transaction, context, caller, { place: decided.data, surroundings }));
}

/** Where something lies whose parent nobody named. One read for a shop or facility with a point. */
async function foundParent(
  { database }: Context,
  { login: { communityId } }: SignedIn,
  kind: Place['kind'],
  { gcj02 }: PlaceFields,
): Promise<string> {
  if (!maySettleLater(kind)) return communityId;
  if (!gcj02) return shelfOf(communityId, 'ungridded');
  const found = await database.find(places, {
    where: { communityId, parentId: communityId },
    sort: { position: 'asc', _id: 'asc' },
    ...pageQuery(limits.grids),
  });
  const grids = found.map(({ _id, boundary }) => ({ gridId: _id, ...(boundary && { boundary }) }));
  return gridAt(gcj02, grids)?.gridId ?? shelfOf(communityId, 'ungridded');
}
