import { pointUnits, type VerifyView } from '../../../../miniprogram/contracts/passbook';
import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../person/endpoint';
import { cutPage, pageQuery } from '../../platform/page';
import { done, refuse } from '../../platform/result';
import { cursor, id, object, optional, v } from '../../platform/validation';
import { checkCode } from '../chain';
import { bookIdOf, passbooks } from '../passbook';
import type { Verdict } from '../verify';
import { walkBook } from '../walk-book';

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
    return done(verdictView(await walkBook(database, bookId, head)));
  },
});

function verdictView(verdict: Verdict): VerifyView {
  if (verdict.state === 'broken') return verdict;
  const { state, entries, balance, hash } = verdict;
  return { state, entries, balance, checkCode: checkCode(hash) };
}

/** Every book of a unit, a page of people at a time. */
export const auditPassbooks = signedInEndpoint({
  name: 'passbook.audit',
  input: object({ unit, cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login }, input) {
    const where = { communityId: login.communityId, unit: input.unit, personId: { after: input.cursor ?? '' } };
    const found = await database.find(passbooks, { where, order: { personId: 'up' }, ...pageQuery(limits.pageSize) });
    const { shown, next } = cutPage(found, limits.pageSize, ({ personId }) => personId);
    const verdicts = await Promise.all(shown.map(async (book) => ({ book, verdict: await walkBook(database, book._id, book) })));
    const broken = verdicts.flatMap(({ book, verdict }) =>
      verdict.state === 'broken' ? [{ personId: book.personId, name: book.name, firstBrokenSequence: verdict.firstBrokenSequence }] : [],
    );
    return done({ books: shown.length, broken, ...(next !== undefined && { next }) });
  },
});
