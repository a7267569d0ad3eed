import { pointUnits, type VerifyView } from '../../../../miniprogram/contracts/passbook';
import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { cursor, id, object, optional, v } from '../../platform/validation';
import { checkCode } from '../chain';
import { bookIdOf, passbooks } from '../passbook';
import type { VerificationResult } from '../rules/verification';
import { verifyStoredBook } from '../verify-book';

const unit = v.picklist(pointUnits);

/** Whether one book holds from its first line to its head. One read for each hundred lines, and two. */
export const verifyPassbook = signedInEndpoint({
  name: 'passbook.verify',
  input: object({ unit, personId: id, cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login, scope }, input) {
    if (input.personId !== login.personId && scope !== 'community') return refuse('FORBIDDEN', 'personId');
    const bookId = bookIdOf(input.personId, input.unit);
    const head = await database.get(passbooks, bookId);
    if (head && head.communityId !== login.communityId) return refuse('NOT_FOUND', 'personId');
    return done(verdictView(await verifyStoredBook(database, bookId, head)));
  },
});

function verdictView(verdict: VerificationResult): VerifyView {
  if (verdict.state === 'broken') return verdict;
  const { state, entries, balance, hash } = verdict;
  return { state, entries, balance, checkCode: checkCode(hash) };
}
