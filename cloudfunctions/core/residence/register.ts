import type { EndpointName } from '../../../miniprogram/contracts/api';
import { moveDaysBack, type MoveView } from '../../../miniprogram/contracts/residence';
import { withAct } from '../access/act';
import { reaches, type SignedIn } from '../access/caller';
import { deliver, deliverMissing } from '../message/notify';
import { communities, type Community } from '../place/community';
import { places, type Place } from '../place/place';
import { placeRef } from '../place/view';
import type { Context } from '../platform/context';
import { derivedId, timeKey } from '../platform/ids';
import { replayOf } from '../platform/request';
import { done, refuse, type Result } from '../platform/result';
import { dayText, daysAfter } from '../time/shanghai';
import { announceAsked } from './announce';
import { moves, type Move } from './move';
import { moveView } from './view';

/** A household that the caller registers for, and its community. */
export interface Household {
  readonly place: Place;
  readonly community: Community;
}

/** A household in the caller's reach, open, on a day that was and is not long past. One read. */
export async function findHousehold(
  { database, clock }: Context,
  caller: SignedIn,
  { placeId, day }: { readonly placeId: string; readonly day: string },
): Promise<Result<Household>> {
  const found = await database.getWith(places, placeId, { in: communities, by: 'communityId' });
  const place = found?.document;
  if (!found?.other || place?.kind !== 'household' || place.closedAt || !reaches(caller, place))
    return refuse('NOT_FOUND', 'placeId');
  const today = dayText(clock.now());
  if (day > today || day < daysAfter(today, -moveDaysBack)) return refuse('INVALID_INPUT', 'day');
  return done({ place, community: found.other });
}

type Said = Pick<Move, 'direction' | 'name' | 'phone' | 'phoneExtension' | 'tenure' | 'personId' | 'day'>;

/**
 * Writes down a move that waits for the grid, and tells it. The same person at the same household waits once. One read
 * where it is refused or repeated, one write.
 */
export async function register(
  context: Context,
  caller: SignedIn,
  { place, community }: Household,
  said: Said & { readonly action: EndpointName },
): Promise<Result<MoveView>> {
  const { database, clock, openid, requestId, request } = context;
  const { action, ...what } = said;
  const { personId, name } = caller.login;
  const at = clock.now();
  const _id = derivedId('mv', openid, requestId);
  const move: Move = {
    ...what,
    _id,
    communityId: place.communityId,
    state: 'asked',
    place: placeRef(place),
    scopes: place.path.split('/'),
    formerPlaceId: null,
    askedBy: { personId, name },
    at,
    listKey: timeKey(at, _id),
    decision: null,
    award: null,
    openKey: derivedId('open', what.direction, place._id, what.personId ?? '', what.phone, what.name),
    updatedAt: at,
    requests: [request],
    ...withAct({}, context, caller, action),
  };
  const { after, messages } = announceAsked(move, community);
  if (await database.insert(moves, after)) {
    await deliver(context, messages);
    return done(moveView(after, caller));
  }
  const stored = await database.get(moves, _id);
  const replay = stored && replayOf(stored.requests, request, () => moveView(stored, caller));
  if (!replay) return refuse('ALREADY_PROPOSED', what.direction === 'in' ? 'phone' : 'personId');
  await deliverMissing(context, stored?.outbox ?? []);
  return replay;
}
