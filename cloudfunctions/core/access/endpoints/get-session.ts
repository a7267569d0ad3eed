import { maxRevealCount } from '../../../../miniprogram/contracts/person';
import { belowCursor } from '../../platform/page';
import { done } from '../../platform/result';
import { object, optional, v } from '../../platform/validation';
import { audit } from '../../person/audit';
import { endpoint } from '../endpoint';
import { sessionView } from '../session-view';

/**
 * Who the caller is, and which hats they may wear. One read; a second where the reveals of their phone number are to be
 * counted.
 */
export const getSession = endpoint({
  name: 'person.getSession',
  input: object({ countReveals: optional(v.boolean()) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, actor, { countReveals = false }) {
    const session = sessionView(actor);
    if (!countReveals || !actor.login) return done(session);
    const where = { ownerId: actor.login.personId, timeKey: belowCursor(undefined) };
    const found = await database.find(audit, { where, sort: { timeKey: 'desc' }, limit: maxRevealCount + 1 });
    return done({ ...session, revealCount: found.length });
  },
});
