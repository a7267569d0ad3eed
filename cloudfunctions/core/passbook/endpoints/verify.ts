import { pointUnits, type VerifyView } from '../../../../miniprogram/contracts/passbook';
import { reachesBranch } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { branchIdOf, branchOfPerson } from '../../place/branch';
import { people } from '../../person/person';
import { done, refuse } from '../../platform/result';
import { id, object, optional, sequenceCursor, v } from '../../platform/validation';
import { checkCode } from '../chain';
import { bookIdOf, passbooks } from '../passbook';
import { checkBook } from '../../reconciliation/check-book';
import { inspectPart, type PartInspection } from '../../reconciliation/inspect-book';
import { KnownAnchors } from '../../reconciliation/known-anchors';

const unit = v.picklist(pointUnits);

/**
 * Whether one book holds from its first line to its head, against the anchors of this month and the documents behind
 * its lines. A long book is walked in parts of 297 lines or fewer, each from where the one before ended. Of somebody
 * who does not belong here it answers the same whether they have a book elsewhere or none.
 * Cost: grows with the lines of the part.
 */
export const verifyPassbook = signedInEndpoint({
  name: 'passbook.verify',
  input: object({ unit, personId: id, cursor: optional(sequenceCursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, input) {
    const { login } = caller;
    const isOwn = input.personId === login.personId;
    if (!isOwn && caller.scope === 'own') return refuse('FORBIDDEN', 'personId');
    const bookId = bookIdOf(input.personId, input.unit);
    const [head = null, person] = await Promise.all([
      context.database.get(passbooks, bookId),
      context.database.get(people, input.personId),
    ]);
    const kept = head ?? (person && { ...person, branchId: branchOfPerson(person) });
    const leaves = await new KnownAnchors(context).leavesOf(kept ?? login, bookId);
    const ofFirst = { communityId: login.communityId, branchId: branchIdOf(login.communityId) };
    const isHere = kept ? reachesBranch(caller, kept) : leaves.length > 0 && reachesBranch(caller, ofFirst);
    if (!isHere && !isOwn) return refuse('NOT_FOUND', 'personId');
    const after = Number(input.cursor ?? 0);
    const book = { bookId, head, leaves };
    return done(verdictView(await checkBook(context, book, (database, one) => inspectPart(database, one, after))));
  },
});

function verdictView(verdict: PartInspection): VerifyView {
  if (verdict.state === 'broken') return verdict;
  if (verdict.state === 'partly') return { ...verdict, next: String(verdict.entries) };
  const { state, entries, balance, hash } = verdict;
  return { state, entries, balance, checkCode: checkCode(hash) };
}
