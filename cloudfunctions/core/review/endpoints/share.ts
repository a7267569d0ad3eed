import { withAct } from '../../access/act';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { people, type Person } from '../../person/person';
import { branchOfPerson } from '../../place/branch';
import type { Context } from '../../platform/context';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { object, requestId, v } from '../../platform/validation';
import { exchangeIdOf, exchanges, type Exchange } from '../exchange/exchange';
import { readRecord } from './record';

const requestsKept = 10;

/**
 * A member agrees that their employer reads their record, or takes that back; what was written stays with the member
 * and the branch.
 * Cost: 5 reads, 2 writes.
 */
export const shareRecord = signedInEndpoint({
  name: 'review.share',
  input: object({ agreed: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { agreed }) {
    const { personId } = caller.login;
    const person = await context.database.get(people, personId);
    if (person?.employerId === undefined) return refuse('NOT_FOUND');
    const exchangeId = exchangeIdOf(person.employerId, personId);
    const changed = await context.database.transaction(async (transaction) => {
      const before = await transaction.get(exchanges, exchangeId);
      const replay = replayOf(before?.requests ?? [], context.request, () => before);
      if (replay) return replay;
      const after = agreedExchange(context, caller, { person, before, agreed, exchangeId });
      if (!before) {
        await transaction.insert(exchanges, after);
        return done(after);
      }
      const { _id, ...fields } = after;
      await transaction.update(exchanges, _id, { set: fields });
      return done(after);
    });
    if (!changed.ok) return changed;
    return done(await readRecord(context, caller, { person, exchange: changed.data }));
  },
});

interface Wish {
  readonly person: Person;
  readonly before: Exchange | undefined;
  readonly agreed: boolean;
  readonly exchangeId: string;
}

function agreedExchange(context: Context, caller: SignedIn, { person, before, agreed, exchangeId }: Wish): Exchange {
  const { _id: personId, communityId, name, employerId = '', employer: employerName = '' } = person;
  return {
    _id: exchangeId,
    communityId,
    branchId: branchOfPerson(person),
    employerId,
    employerName,
    personId,
    name,
    nameKey: `${name}:${personId}`,
    agreed,
    agreedAt: context.clock.now(),
    notes: before?.notes ?? [],
    requests: [...(before?.requests ?? []), context.request].slice(-requestsKept),
    ...withAct(before ?? {}, context, caller, 'review.share'),
  };
}
