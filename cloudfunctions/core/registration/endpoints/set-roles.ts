import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { logins } from '../../access/login';
import { loginSessionView } from '../../access/session-view';
import { people, type PersonKind } from '../../person/person';
import { done, refuse } from '../../platform/result';
import { object, optional, requestId, v } from '../../platform/validation';
import { recordChange } from '../../projection/source-change';

/**
 * Somebody who lives here says that they are a veteran or a volunteer, or takes it back; teams of sections are made of
 * them (S1-12). What is so already is answered without a write. Somebody's first write beside orders takes one write
 * more.
 * Cost: 3 reads, 4 writes.
 */
export const setRoles = signedInEndpoint({
  name: 'person.setRoles',
  input: object({ veteran: optional(v.boolean()), volunteer: optional(v.boolean()), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { veteran, volunteer }) {
    const { login } = caller;
    if (!login.home) return refuse('HOME_NEEDED');
    const occasion = { at: context.clock.now(), revision: context.request.requestKey };
    return context.database.transaction(async (transaction) => {
      const person = await transaction.get(people, login.personId);
      if (!person?.home) return refuse('HOME_NEEDED');
      const kinds = withRole(withRole(person.kinds, 'veteran', veteran), 'volunteer', volunteer);
      const after = { ...login, kinds };
      if (kinds.join() === person.kinds.join()) return done(loginSessionView(after));
      await transaction.update(people, person._id, {
        set: { kinds, ...withAct(person, context, caller, 'person.setRoles') },
      });
      await transaction.update(logins, login._id, { set: { kinds } });
      await recordChange(transaction, { kind: 'person', id: person._id }, occasion);
      return done(loginSessionView(after));
    });
  },
});

function withRole(kinds: readonly PersonKind[], role: PersonKind, is: boolean | undefined): readonly PersonKind[] {
  if (is === undefined || kinds.includes(role) === is) return kinds;
  return is ? [...kinds, role] : kinds.filter((kind) => kind !== role);
}
