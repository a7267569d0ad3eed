import { moveStates } from '../../../../miniprogram/contracts/residence';
import { limits } from '../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { people, type Person } from '../../person/person';
import type { Database, Where } from '../../platform/database';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { moves, type Move } from '../move';
import { moveView } from '../view';

/** People of one community with one of these numbers; a family may share one. */
const maxKnown = 99;

function ownMoves({ scope, hat, login }: SignedIn): Where {
  return scope === 'own' ? { 'askedBy.personId': login.personId } : { scopes: hat.placeId };
}

/**
 * Moves that the caller registered, or those in the place of the hat that decides; newest first. To whoever decides it
 * says who has a newcomer's number already.
 * Where nobody has to be looked up, one read less.
 * Cost: 3 reads.
 */
export const listMoves = signedInEndpoint({
  name: 'residence.list',
  input: object({ state: v.picklist(moveStates), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller, { state, cursor: before }) {
    const found = await database.find(moves, {
      where: { ...ownMoves(caller), state, listKey: belowCursor(before) },
      sort: { listKey: 'desc' },
      ...pageQuery(limits.pageSize),
      exclude: ['outbox', 'acts', 'requests'],
    });
    const { shown, next } = cutPage(found, limits.pageSize, ({ listKey }) => listKey);
    const isOpen = caller.scope !== 'own' && state === 'asked';
    const known = isOpen ? await readKnown(database, caller, shown) : [];
    return done({
      moves: shown.map((move) => moveView(move, caller, known)),
      ...(next !== undefined && { next }),
    });
  },
});

/** Who has the numbers of those who move in. One read where there are any. */
async function readKnown(
  database: Database,
  { login: { communityId } }: SignedIn,
  shown: readonly Move[],
): Promise<readonly Person[]> {
  const numbers = new Set(shown.filter(({ direction }) => direction === 'in').map(({ phone }) => phone));
  if (numbers.size === 0) return [];
  return database.find(people, { where: { communityId, phone: { oneOf: [...numbers] } }, limit: maxKnown });
}
