import { pointUnits, type SlipView } from '../../../../miniprogram/contracts/passbook';
import { reachesBranch } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import type { Context } from '../../platform/context';
import type { Question } from '../../platform/database';
import { keeperIdOf } from '../../place/branch';
import { keyIdOf } from '../../platform/key-ring';
import { done, refuse } from '../../platform/result';
import { id, object, optional, v } from '../../platform/validation';
import { dayText, monthStart } from '../../time/shanghai';
import { anchors, type Anchor } from '../anchor/anchor';
import { bookLines, type BookLine, type Entry } from '../entry';
import { bookIdOf, passbooks, type Passbook } from '../passbook';
import { codeOfSlip, statementOf, textOfSlip, type SlipStatement } from '../slip/slip';
import { formatSlipCode } from '../slip/slip-code';
import { splitLines } from '../view';

/** A month of a book has fewer lines. */
const maxLines = 99;

const month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/));

/**
 * One month of a book as a slip: its lines, the balances around them, the anchor that covers the last, all of it
 * signed, and a code that tells on paper what was true when it was printed.
 * Cost: 3 reads.
 */
export const getSlip = signedInEndpoint({
  name: 'passbook.slip',
  input: object({ unit: v.picklist(pointUnits), month, personId: optional(id) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, input) {
    const { login } = caller;
    const personId = input.personId ?? login.personId;
    const isOwn = personId === login.personId;
    if (!isOwn && caller.scope === 'own') return refuse('FORBIDDEN', 'personId');
    const bookId = bookIdOf(personId, input.unit);
    const { lines, before, book } = await readMonth(context, bookId, input.month);
    if (!isOwn && !(book && reachesBranch(caller, book))) return refuse('NOT_FOUND', 'personId');
    const last = lines.at(-1) ?? before;
    if (last ? last.communityId !== login.communityId : personId !== login.personId)
      return refuse('NOT_FOUND', 'personId');
    const { communityId } = login;
    const anchor = last && (await anchorAfter(context, last));
    const statement = statementOf({ communityId, bookId, month: input.month }, lines, { before, anchor });
    const name = last?.name ?? login.name;
    return done(slipView(context, statement, { lines, name, personId, unit: input.unit }));
  },
});

/** The lines of a month in their order, the newest one before it, and the book's head. One read. */
async function readMonth(
  { database }: Context,
  bookId: string,
  text: string,
): Promise<{
  readonly lines: readonly Entry[];
  readonly before: Entry | undefined;
  readonly book: Passbook | undefined;
}> {
  const [year = 0, monthOfYear = 0] = text.split('-').map(Number);
  const [start, end] = [monthStart(year, monthOfYear), monthStart(year, monthOfYear + 1)];
  const within: Question<BookLine> = { of: bookLines, where: { bookId, at: { gte: start, lt: end } }, limit: maxLines };
  const earliest: Question<BookLine> = { of: bookLines, where: { bookId, at: { lt: start } }, limit: 1 };
  const head: Question<Passbook> = { of: passbooks, where: { _id: bookId }, limit: 1 };
  const [own = [], earlier = [], [book] = []] =
    (await database.findTogether(passbooks, [
      { ...within, sort: { at: 'asc' } },
      { ...earliest, sort: { at: 'desc' } },
      head,
    ] as const)) ?? [];
  const lines = [...splitLines(own).entries].sort((left, right) => left.sequence - right.sequence);
  return { lines, before: splitLines(earlier).entries[0], book };
}

/** The first anchor that was made after a line. One read. */
async function anchorAfter({ database }: Context, { communityId, branchId, at }: Entry): Promise<Anchor | undefined> {
  const keeperId = branchId === undefined ? communityId : keeperIdOf(branchId);
  const where = { communityId: keeperId, day: { gte: dayText(at) } };
  const found = await database.find(anchors, { where, sort: { day: 'asc' }, limit: 2 });
  return found.find((anchor) => anchor.at > at);
}

function slipView(
  { signer }: Context,
  statement: SlipStatement,
  { lines, ...book }: Pick<SlipView, 'name' | 'personId' | 'unit'> & { readonly lines: readonly Entry[] },
): SlipView {
  const { month: of, opening, closing, sequence, hash, anchorDay: day, anchorHash } = statement;
  return {
    ...book,
    month: of,
    opening,
    closing,
    sequence,
    hash,
    lines: lines.map(({ _id: entryId, sequence: number, at, title, cause, points, balance }) => ({
      entryId,
      sequence: number,
      at: at.toISOString(),
      title,
      cause,
      points,
      balance,
    })),
    ...(day !== null && anchorHash !== null && { anchor: { day, hash: anchorHash } }),
    code: formatSlipCode(codeOfSlip(statement)),
    ...(signer && {
      signature: signer.sign(textOfSlip(statement)),
      publicKey: signer.publicKey,
      keyId: keyIdOf(signer.publicKey),
    }),
  };
}
