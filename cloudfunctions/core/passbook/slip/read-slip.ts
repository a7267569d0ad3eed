import type { PointUnit, SlipView } from '../../../../miniprogram/contracts/passbook';
import { reachesBranch, type SignedIn } from '../../access/caller';
import { keeperIdOf } from '../../place/branch';
import type { Context } from '../../platform/context';
import type { Question } from '../../platform/database';
import { keyIdOf } from '../../platform/key-ring';
import { done, refuse, type Result } from '../../platform/result';
import { dayText, monthStart } from '../../time/shanghai';
import { anchors, type Anchor } from '../anchor/anchor';
import { bookLines, type BookLine, type Entry } from '../entry';
import { bookIdOf, passbooks, type Passbook } from '../passbook';
import { splitLines } from '../view';
import { codeOfSlip, statementOf, textOfSlip, type SlipStatement } from './slip';
import { formatSlipCode } from './slip-code';

/** A month of a book has fewer lines. */
const maxLines = 99;

/** Of which book a slip is asked for; without `personId` of the caller's own. */
export interface SlipQuestion {
  readonly unit: PointUnit;
  readonly month: string;
  readonly personId?: string | undefined;
}

/**
 * One month of a book as a slip: its lines, the balances around them, the anchor that covers the last, all of it
 * signed. Two reads.
 * @returns `FORBIDDEN` for a member who asks for somebody else's, `NOT_FOUND` for a book that the caller does not read
 */
export async function readSlip(context: Context, caller: SignedIn, asked: SlipQuestion): Promise<Result<SlipView>> {
  const { login } = caller;
  const personId = asked.personId ?? login.personId;
  const isOwn = personId === login.personId;
  if (!isOwn && caller.scope === 'own') return refuse('FORBIDDEN', 'personId');
  const bookId = bookIdOf(personId, asked.unit);
  const { lines, before, book } = await readMonth(context, bookId, asked.month);
  if (!isOwn && !(book && reachesBranch(caller, book))) return refuse('NOT_FOUND', 'personId');
  const last = lines.at(-1) ?? before;
  if (last ? last.communityId !== login.communityId : personId !== login.personId)
    return refuse('NOT_FOUND', 'personId');
  const { communityId } = login;
  const anchor = last && (await anchorAfter(context, last));
  const statement = statementOf({ communityId, bookId, month: asked.month }, lines, { before, anchor });
  const name = last?.name ?? login.name;
  return done(slipView(context, statement, { lines, name, personId, unit: asked.unit }));
}

/** The lines of a month in their order, the newest one before it, and the book's head. */
export interface MonthOfBook {
  readonly lines: readonly Entry[];
  readonly before: Entry | undefined;
  readonly book: Passbook | undefined;
}

/** The lines of a month in their order, the newest one before it, and the book's head. One read. */
export async function readMonth({ database }: Context, bookId: string, text: string): Promise<MonthOfBook> {
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
