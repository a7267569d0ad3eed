import { mostLooks } from '../../../../miniprogram/contracts/person';
import { belowCursor } from '../../platform/page';
import { done } from '../../platform/result';
import { object, optional, v } from '../../platform/validation';
import { audit } from '../../person/audit';
import { endpoint } from '../endpoint';
import { sessionOf } from '../session-view';

/**
 * Who the caller is, and which hats they may wear. One read; a second where the looks at their phone number are to be
 * counted.
 */
export const openSession = endpoint({
  name: 'person.session',
  input: object({ looks: optional(v.boolean()) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, actor, { looks = false }) {
    const session = sessionOf(actor);
    if (!looks || !actor.login) return done(session);
    const where = { ownerId: actor.login.personId, key: belowCursor(undefined) };
    const found = await database.find(audit, { where, order: { key: 'down' }, limit: mostLooks + 1 });
    return done({ ...session, looks: found.length });
  },
});
