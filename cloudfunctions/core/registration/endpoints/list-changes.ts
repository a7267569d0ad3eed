import type { ChangeView } from '../../../../miniprogram/contracts/person';
import { limits } from '../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import type { Where } from '../../platform/database';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done, refuse } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { changeRequests, changeView, hatsScope, isPartyTo, mayDecide, type ChangeRequest } from '../change-request';

/**
 * Changes that wait for whoever calls, in the hat in use; or all that the caller asked for. Newest first.
 * Cost: 2 reads.
 */
export const listChanges = signedInEndpoint({
  name: 'person.listChanges',
  input: object({ mine: optional(v.boolean()), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller, input) {
    if (input.mine !== true && caller.scope === 'own') return refuse('FORBIDDEN', 'mine');
    const found = await database.find(changeRequests, {
      where: { ...(input.mine === true ? ownOf(caller) : waitingFor(caller)), timeKey: belowCursor(input.cursor) },
      sort: { timeKey: 'desc' },
      ...pageQuery(limits.pageSize),
    });
    const { shown, next } = cutPage(found, limits.pageSize, ({ timeKey }) => timeKey);
    return done({
      changes: shown.map((change) => listedView(change, caller, input)),
      ...(next !== undefined && { next }),
    });
  },
});

/** One that waits in the hat in use, and is somebody else's to decide, says so. */
function listedView(change: ChangeRequest, caller: SignedIn, { mine = false }: { mine?: boolean }): ChangeView {
  const isOthers = !mine && (isPartyTo(change, caller.login.personId) || !mayDecide(caller, change));
  return { ...changeView(change), ...(isOthers && { awaitsAnother: true as const }) };
}

function ownOf({ login }: SignedIn): Where {
  return { personId: login.personId };
}

/** The administrator confirms hats and nothing else. */
function waitingFor({ login, hat }: SignedIn): Where {
  const scope = hat.hat === 'administrator' ? hatsScope(login.communityId) : hat.placeId;
  return { scopes: scope, state: 'open' };
}
