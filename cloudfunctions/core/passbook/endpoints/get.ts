import { pointUnits, type PassbookView, type PointUnit } from '../../../../miniprogram/contracts/passbook';
import { limits } from '../../../../miniprogram/contracts/limits';
import { branchOfLogin, reachesBranch, type OfBranch, type SignedIn } from '../../access/caller';
import { branchIdOf } from '../../place/branch';
import { signedInEndpoint } from '../../access/endpoint';
import { scopeOfHat } from '../../access/permissions';
import type { Login } from '../../access/login';
import type { Context } from '../../platform/context';
import type { Database, Question } from '../../platform/database';
import { communities } from '../../place/community';
import { done, refuse, type Result } from '../../platform/result';
import { calendarDay, id, object, optional, sequenceCursor, v } from '../../platform/validation';
import { nextDayStart, startOfDay, wallClock } from '../../time/shanghai';
import { checkCode } from '../chain';
import { bookLines, type BookLine, type Entry } from '../entry';
import { grants, type Grant } from '../grants/grant';
import { handsOf } from '../grants/grant-view';
import { bookIdOf, passbooks, type Passbook } from '../passbook';
import { readLateLines } from '../late-lines';
import { readerOf } from '../reader';
import { hasPassbook, unitsOf } from '../rules/units';
import { verifyPage } from '../rules/verification';
import { entryView, splitLines } from '../view';

/**
 * A page of a book, newest line first. The chain of its lines is verified as they are read, and the first page against
 * the head; as of a day, which takes three reads more, it is the page that was the newest at that day's end, with what
 * was written later and counts by then (S3-05).
 * Cost: 3 reads.
 */
export const getPassbook = signedInEndpoint({
  name: 'passbook.get',
  input: object({
    unit: optional(v.picklist(pointUnits)),
    personId: optional(id),
    on: optional(calendarDay),
    cursor: optional(sequenceCursor),
  }),
  identity: 'caller',
  idempotency: 'read',
  relatedPersonIds: ({ personId }) => (personId === undefined ? [] : [personId]),
  async run(context, caller, input) {
    const personId = input.personId ?? caller.login.personId;
    if (personId !== caller.login.personId && caller.scope === 'own') return refuse('FORBIDDEN', 'personId');
    const owner =
      personId === caller.login.personId ? caller.login : caller.relatedLogins.find((one) => one.personId === personId);
    if (owner && owner !== caller.login && !hasPassbook(owner)) return refuse('NOT_FOUND', 'personId');
    const units = owner ? unitsOf(owner) : pointUnits;
    return readBookPage(context, caller, {
      personId,
      owner,
      units,
      unit: input.unit ?? units[0] ?? 'service',
      before: sequenceOf(input.cursor),
      on: input.on,
    });
  },
});

interface BookQuery {
  readonly personId: string;
  /** Absent where the owner of the book has no login. */
  readonly owner: Login | undefined;
  readonly units: readonly PointUnit[];
  readonly unit: PointUnit;
  readonly before: number;
  /** A day, at whose end the book is shown; undefined for now. */
  readonly on: string | undefined;
}

const noCursor = Number.MAX_SAFE_INTEGER;

function sequenceOf(at: string | undefined): number {
  return at === undefined ? noCursor : Number(at);
}

/** Lines of one moment: an undo and what stands in its place. */
const linesOfAMoment = 9;

/** The number behind the last line that stood at the end of a day. An index finds it, however long the book is. */
async function sequenceAfter(database: Database, bookId: string, day: string): Promise<number> {
  const where = { bookId, at: { lt: nextDayStart(startOfDay(day)) } };
  const newest = await database.find(bookLines, { where, sort: { at: 'desc' }, limit: linesOfAMoment });
  return Math.max(0, ...newest.map(({ sequence }) => sequence)) + 1;
}

/** Lines by hand are few: a monthly cap bounds them. */
const maxGiven = 99;

/** A book's lines, and its owner's lines by hand, whose two people stand in documents of their own. One read. */
async function readLines(
  database: Database,
  lines: Question<BookLine>,
  { personId, unit }: Pick<BookQuery, 'personId' | 'unit'>,
): Promise<{ readonly lines: readonly BookLine[]; readonly given: readonly Grant[] }> {
  const where = { personId, unit, state: 'signed' };
  const own: Question<Grant> = { of: grants, where, limit: maxGiven };
  const [found = [], given = []] = (await database.findTogether(bookLines, [lines, own])) ?? [];
  return { lines: found, given };
}

async function readBookPage(context: Context, caller: SignedIn, asked: BookQuery): Promise<Result<PassbookView>> {
  const bookId = bookIdOf(asked.personId, asked.unit);
  const isDated = asked.on !== undefined && asked.before === noCursor;
  const query = isDated ? { ...asked, before: await sequenceAfter(context.database, bookId, asked.on) } : asked;
  // Each line of a page may have an annotation beside it, and one entry more tells whether there is a next page.
  const limit = 2 * (limits.pageSize + 1);
  const where = { bookId, sequence: { gt: 0, lt: query.before } };
  const isFirst = query.before === noCursor;
  const [{ lines, given }, found, late] = await Promise.all([
    readLines(context.database, { of: bookLines, where, sort: { sequence: 'desc' }, limit }, asked),
    // what the policy lets an owner do, beside the head: it says whose the book is, and holds against the first page
    context.database.getWith(passbooks, bookId, { in: communities, by: 'communityId' }),
    isDated && asked.on !== undefined ? readLateLines(context.database, bookId, asked.on) : undefined,
  ]);
  const head = isFirst ? found?.document : undefined;
  const mine = query.personId === caller.login.personId;
  const { entries, annotations } = splitLines(lines);
  const verdict = verifyPage(entries, isFirst ? (head ?? null) : undefined);
  const [newest] = entries;
  const communityId = newest?.communityId ?? query.owner?.communityId;
  if (communityId !== caller.login.communityId) return refuse('NOT_FOUND', 'personId');
  if (!mine && !reachesBranch(caller, keptBy(found?.document, query.owner, communityId)))
    return refuse('NOT_FOUND', 'personId');
  // who serves nobody has no book, unless one was written for them once
  if (!newest && !isDated && query.owner && !hasPassbook(query.owner)) return refuse('NOT_FOUND');
  const reader = readerOf(context, caller, { community: found?.other, branchId: found?.document.branchId });
  const shown = entries.slice(0, limits.pageSize);
  const last = shown.at(-1);
  return done({
    ...headView(query, newest, context.clock.now()),
    branchName: (isDated ? undefined : head?.branchName) ?? newest?.branchName ?? '',
    ...(late && { effective: effectiveView(newest?.balance ?? 0, late) }),
    entries: shown.map((entry) => ({
      ...entryView(entry, annotations.get(entry._id), reader),
      ...handsOf(entry, given),
    })),
    ...(last && entries.length > shown.length && { next: String(last.sequence) }),
    mine,
    ...(isFirst && !mine && mayOf(caller)),
    ...(head?.alarms?.[0] && { alarm: { sequence: head.alarms[0].sequence, day: head.alarms[0].day } }),
    ...(verdict && { broken: { sequence: verdict.firstBrokenSequence, why: verdict.why } }),
  });
}

/** What the reader may do about somebody else's book as a whole. */
function mayOf({ hat }: SignedIn): Pick<PassbookView, 'mayRequestErasure' | 'mayGrant'> {
  return {
    ...(scopeOfHat(hat, 'person.requestErasure') === 'community' && { mayRequestErasure: true as const }),
    ...(scopeOfHat(hat, 'passbook.proposeGrant') !== 'none' && { mayGrant: true as const }),
  };
}

/** Which branch keeps a book; one in which nothing was written yet is its owner's branch's. */
function keptBy(head: Passbook | undefined, owner: Login | undefined, communityId: string): OfBranch {
  return { communityId, branchId: head?.branchId ?? (owner ? branchOfLogin(owner) : branchIdOf(communityId)) };
}

/** The balance of a day by when things happened: what was written by then, and what was written later. */
function effectiveView(balance: number, late: readonly Entry[]): NonNullable<PassbookView['effective']> {
  return { balance: late.reduce((sum, { points }) => sum + points, balance), later: late.length };
}

/** What stands above the lines. On later pages it is as of the page's first line; the phone keeps the first page's. */
function headView(
  { personId, owner, unit, units, on }: BookQuery,
  head: Entry | undefined,
  now: Date,
): Omit<PassbookView, 'entries' | 'next' | 'mine' | 'branchName'> {
  const memberClass = owner?.memberClass ?? head?.memberClass ?? undefined;
  return {
    personId,
    name: owner?.name ?? head?.name ?? '',
    unit,
    units,
    ...(memberClass && { memberClass }),
    ...(on !== undefined && { on }),
    balance: head?.balance ?? 0,
    countThisYear: head?.year === wallClock(on === undefined ? now : startOfDay(on)).year ? head.countThisYear : 0,
    ...(head && { checkCode: checkCode(head.hash) }),
  };
}
