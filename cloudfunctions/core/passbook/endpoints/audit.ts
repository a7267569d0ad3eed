import { pointUnits } from '../../../../miniprogram/contracts/passbook';
import { limits } from '../../../../miniprogram/contracts/limits';
import { whereReached } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy } from '../../access/permissions';
import { readApart } from '../../person/read-apart';
import { pageQuery, cutPage } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { passbooks, type Passbook } from '../passbook';
import { checkBook } from '../../reconciliation/check-book';
import { inspectBook } from '../../reconciliation/inspect-book';
import { KnownAnchors } from '../../reconciliation/known-anchors';

/**
 * Lines that one call of an audit inspects, each with what stands behind it: some books of a young branch, few of an
 * old one, at least one.
 */
const lineLimit = 300;

/**
 * Every book of a unit, as many people at a time as keep the call small however long the books have grown.
 * Cost: grows with the lines of the books.
 */
export const auditPassbooks = signedInEndpoint({
  name: 'passbook.audit',
  input: object({ unit: v.picklist(pointUnits), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, input) {
    const known = new KnownAnchors(context);
    const where = { ...whereReached(caller), unit: input.unit, personId: { gt: input.cursor ?? '' } };
    const found = await context.database.find(passbooks, {
      where,
      sort: { personId: 'asc' },
      ...pageQuery(limits.pageSize),
    });
    const { shown, next } = cutPage(found, countWithinLimit(found), ({ personId }) => personId);
    const verdicts = await Promise.all(
      shown.map(async (head) => {
        const leaves = await known.leavesOf(head, head._id);
        const book = { bookId: head._id, head, leaves };
        return { book: head, verdict: await checkBook(context, book, inspectBook) };
      }),
    );
    const broken = verdicts.flatMap(({ book, verdict }) =>
      verdict.state === 'broken'
        ? [{ personId: book.personId, name: book.name, firstBrokenSequence: verdict.firstBrokenSequence }]
        : [],
    );
    const apart = await readApart(context.database, broken, apartBy(caller.hat.hat));
    const named = broken.map((one) => ({ ...one, ...apart(one.personId) }));
    return done({ books: shown.length, broken: named, ...(next !== undefined && { next }) });
  },
});

/** How many of these books hold no more lines than one call walks. */
function countWithinLimit(books: readonly Passbook[]): number {
  let lines = 0;
  const tooMany = books.findIndex(({ sequence }) => (lines += sequence) > lineLimit);
  return tooMany < 0 ? limits.pageSize : Math.min(Math.max(tooMany, 1), limits.pageSize);
}
