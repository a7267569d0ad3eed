import type { KnownPerson, MoveView } from '../../../miniprogram/contracts/residence';
import { reaches, type SignedIn } from '../access/caller';
import { scopeOf } from '../access/permissions';
import type { Person } from '../person/person';
import { maskedPhone } from '../person/phone';
import type { Move } from './move';
import { withNumber } from './rules/whom';

/** Whether the hat in use decides on a move; that it is another than who registered it is asked beside it. */
export function isInReach(move: Pick<Move, 'communityId' | 'place'>, caller: SignedIn): boolean {
  return reaches(caller, { communityId: move.communityId, path: move.place.path });
}

/**
 * A move as whoever registered it or decides on it sees it.
 * @param known people with its number, where the reader decides
 */
export function moveView(move: Move, caller: SignedIn, known: readonly Person[] = []): MoveView {
  const { _id, direction, state, name, phone, tenure, place, day, askedBy, at, decision } = move;
  const mayDecide =
    state === 'asked' &&
    scopeOf(caller.hat.hat, 'residence.decide') !== 'none' &&
    ![askedBy.personId, move.personId].includes(caller.login.personId);
  const mayWithdraw =
    state === 'asked' &&
    scopeOf(caller.hat.hat, 'residence.withdraw') !== 'none' &&
    askedBy.personId === caller.login.personId;
  const others = mayDecide && direction === 'in' ? withNumber(known, phone) : [];
  return {
    moveId: _id,
    direction,
    state,
    name,
    phone: maskedPhone(phone),
    ...(tenure && { tenure }),
    placeLabel: place.label,
    day,
    askedBy: askedBy.name,
    at: at.toISOString(),
    ...(decision && { decidedBy: decision.name }),
    ...(typeof decision?.reason === 'string' && { reason: decision.reason }),
    mayDecide,
    mayWithdraw,
    ...(others.length > 0 && { known: others.map(knownPerson) }),
  };
}

function knownPerson({ _id, name, home, serves }: Person): KnownPerson {
  const placeLabel = home?.label ?? serves?.gridName;
  return { personId: _id, name, ...(placeLabel !== undefined && { placeLabel }) };
}
