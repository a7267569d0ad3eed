import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { logins, type Login } from '../../access/login';
import { loginSessionView } from '../../access/session-view';
import { people } from '../../person/person';
import { done, refuse } from '../../platform/result';
import { object, requestId, v } from '../../platform/validation';
import { recordChange } from '../../projection/source-change';

/**
 * Somebody says that they live alone and may be looked after for it, or takes that back (S4-03): visits come more
 * often, and their orders first at equal urgency. Who serves them sees it with the timer's next run, and nobody else.
 * What is so already is answered without a write. Somebody's first write beside orders takes one write more.
 * Cost: 3 reads, 4 writes.
 */
export const setAlone = signedInEndpoint({
  name: 'person.setAlone',
  input: object({ alone: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { alone }) {
    const { login } = caller;
    const { home } = login;
    if (!home) return refuse('HOME_NEEDED', 'alone');
    const occasion = { at: context.clock.now(), revision: context.request.requestKey };
    return context.database.transaction(async (transaction) => {
      const person = await transaction.get(people, login.personId);
      if (!person?.home) return refuse('HOME_NEEDED', 'alone');
      const after = { ...login, home: saidByOneself(home, alone) };
      if ((person.alone ?? false) === alone) return done(loginSessionView(after));
      await transaction.update(people, person._id, {
        set: { alone, ...withAct(person, context, caller, 'person.setAlone') },
        ...(person.aloneHeard && { unset: ['aloneHeard' as const] }),
      });
      await transaction.update(logins, login._id, { set: { home: after.home } });
      await recordChange(transaction, { kind: 'person', id: person._id }, occasion);
      return done(loginSessionView(after));
    });
  },
});

/** From now on it is their own word, whoever wrote it down before. */
function saidByOneself(home: NonNullable<Login['home']>, alone: boolean): NonNullable<Login['home']> {
  const own = { ...home, alone };
  Reflect.deleteProperty(own, 'heard');
  return own;
}
