import type { Input } from '../../../../miniprogram/contracts/api';
import { pointUnits, type PassbookView, type PointUnit } from '../../../../miniprogram/contracts/passbook';
import { limits } from '../../../../miniprogram/contracts/limits';
import { branchOfLogin, reachesBranch, type OfBranch, type SignedIn } from '../../access/caller';
import { people, type Person } from '../../person/person';
import { branchIdOf, branchOfPerson } from '../../place/branch';
import { signedInEndpoint } from '../../access/endpoint';
import { scopeOfHat } from '../../access/permissions';
import type { Login } from '../../access/login';
import type { Context } from '../../platform/context';
import type { Database } from '../../platform/database';
import { done, refuse, type Result } from '../../platform/result';
import { calendarDay, id, object, optional, sequenceCursor, v } from '../../platform/validation';
import { nextDayStart, startOfDay, wallClock } from '../../time/shanghai';
import { checkCode } from '../chain';
import { bookLines, type Entry } from '../entry';
import { handsOf } from '../grants/grant-view';
import { bookIdOf, type Passbook } from '../passbook';
import { readLateLines } from '../late-lines';
import { pageLookUps, readPage, type PageChoice } from '../read-page';
import { readerOf } from '../reader';
import { hasPassbook, ownUnits, unitsOf } from '../rules/units';
import { verifyPage } from '../rules/verification';
import { entryView, splitLines } from '../view';

/**
 * A page of a book, newest line first. The chain of its lines is verified as they are read, and the first page against
 * the head; as of a day, which takes two reads more, it is the page that was the newest at that day's end, with what
 * was written later and counts by then (S3-05).
 * Of whoever has neither a login nor a line yet, a read more.
 * Cost: 1 read.
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
  lookUps: (input) => pageLookUps(choiceOf(input)),
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
      looked: choiceOf(input),
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
  /** What was looked up with the caller. */
  readonly looked: PageChoice;
  /** A day, at whose end the book is shown; undefined for now. */
  readonly on: string | undefined;
}

const noCursor = Number.MAX_SAFE_INTEGER;

/** The page that a call names. */
function choiceOf({ personId, unit, cursor }: Input<'passbook.get'>): PageChoice {
  return {
    ...(personId !== undefined && { personId }),
    ...(unit !== undefined && { unit }),
    before: cursor === undefined ? noCursor : Number(cursor),
  };
}

/** Lines of one moment: an undo and what stands in its place. */
const linesOfAMoment = 9;

/** The number behind the last line that stood at the end of a day. An index finds it, however long the book is. */
async function sequenceAfter(database: Database, bookId: string, day: string): Promise<number> {
  const where = { bookId, at: { lt: nextDayStart(startOfDay(day)) } };
  const newest = await database.find(bookLines, { where, sort: { at: 'desc' }, limit: linesOfAMoment });
  return Math.max(0, ...newest.map(({ sequence }) => sequence)) + 1;
}

async function readBookPage(context: Context, caller: SignedIn, asked: BookQuery): Promise<Result<PassbookView>> {
  const mine = asked.personId === caller.login.personId;
  const bookId = bookIdOf(asked.personId, asked.unit);
  const { looked, personId, unit } = asked;
  const isDated = asked.on !== undefined && looked.before === noCursor;
  const before = isDated ? await sequenceAfter(context.database, bookId, asked.on) : looked.before;
  const query = { ...asked, before };
  const isFirst = before === noCursor;
  const own = { communityId: caller.login.communityId };
  const [{ lines, given, book, community }, late] = await Promise.all([
    readPage(context, { ...own, personId, unit, before }, looked),
    isDated && asked.on !== undefined ? readLateLines(context.database, bookId, asked.on) : undefined,
  ]);
  // It says whose the book is, and holds against the first page.
  const head = isFirst ? book : undefined;
  const { entries, annotations } = splitLines(lines);
  const verdict = verifyPage(entries, isFirst ? (head ?? null) : undefined);
  const [newest] = entries;
  const person = newest || query.owner ? undefined : await readUnbegunOwner(context.database, query);
  const communityId = newest?.communityId ?? query.owner?.communityId ?? person?.communityId;
  if (communityId !== caller.login.communityId) return refuse('NOT_FOUND', 'personId');
  if (!mine && !reachesBranch(caller, keptBy(book, query.owner ?? person, communityId)))
    return refuse('NOT_FOUND', 'personId');
  // who serves nobody has no book, unless one was written for them once
  if (!newest && !isDated && query.owner && !hasPassbook(query.owner)) return refuse('NOT_FOUND');
  const reader = readerOf(context, caller, { community, branchId: book?.branchId });
  const shown = entries.slice(0, limits.pageSize);
  return done({
    ...headView(query, { head: newest, person }, context.clock.now()),
    branchName: (isDated ? undefined : head?.branchName) ?? newest?.branchName ?? '',
    ...(late && { effective: effectiveView(newest?.balance ?? 0, late) }),
    entries: shown.map((entry) => ({
      ...entryView(entry, annotations.get(entry._id), reader),
      ...handsOf(entry, given),
    })),
    ...nextOf(entries, shown),
    mine,
    ...(isFirst && !mine && mayOf(caller)),
    ...(head?.alarms?.[0] && { alarm: { sequence: head.alarms[0].sequence, day: head.alarms[0].day } }),
    ...(verdict && { broken: { sequence: verdict.firstBrokenSequence, why: verdict.why } }),
  });
}

const nextOf = (entries: readonly Entry[], shown: readonly Entry[]): Pick<PassbookView, 'next'> =>
  entries.length > shown.length ? { next: String(shown.at(-1)?.sequence ?? 0) } : {};

/** Whose book it is before its first line, of whoever has no login; undefined of who has no such book. One read. */
async function readUnbegunOwner(
  database: Database,
  { personId, unit }: Pick<BookQuery, 'personId' | 'unit'>,
): Promise<Person | undefined> {
  const person = await database.get(people, personId);
  return person && ownUnits({ kinds: person.kinds, hats: [] }).includes(unit) ? person : undefined;
}

/** What the reader may do about somebody else's book as a whole. */
function mayOf({ hat }: SignedIn): Pick<PassbookView, 'mayRequestErasure' | 'mayGrant'> {
  return {
    ...(scopeOfHat(hat, 'person.requestErasure') === 'community' && { mayRequestErasure: true as const }),
    ...(scopeOfHat(hat, 'passbook.proposeGrant') !== 'none' && { mayGrant: true as const }),
  };
}

/** Which branch keeps a book; one in which nothing was written yet is its owner's branch's. */
function keptBy(head: Passbook | undefined, owner: Login | Person | undefined, communityId: string): OfBranch {
  const own = owner && ('hats' in owner ? branchOfLogin(owner) : branchOfPerson(owner));
  return { communityId, branchId: head?.branchId ?? own ?? branchIdOf(communityId) };
}

/** The balance of a day by when things happened: what was written by then, and what was written later. */
function effectiveView(balance: number, late: readonly Entry[]): NonNullable<PassbookView['effective']> {
  return { balance: late.reduce((sum, { points }) => sum + points, balance), later: late.length };
}

/** What stands above the lines. On later pages it is as of the page's first line; the phone keeps the first page's. */
function headView(
  { personId, owner, unit, units, on }: BookQuery,
  { head, person }: { readonly head: Entry | undefined; readonly person: Person | undefined },
  now: Date,
): Omit<PassbookView, 'entries' | 'next' | 'mine' | 'branchName'> {
  const memberClass = owner?.memberClass ?? head?.memberClass ?? person?.memberClass;
  return {
    personId,
    name: owner?.name ?? head?.name ?? person?.name ?? '',
    unit,
    units: person ? ownUnits({ kinds: person.kinds, hats: [] }) : units,
    ...(memberClass && { memberClass }),
    ...(on !== undefined && { on }),
    balance: head?.balance ?? 0,
    countThisYear: head?.year === wallClock(on === undefined ? now : startOfDay(on)).year ? head.countThisYear : 0,
    ...(head && { checkCode: checkCode(head.hash) }),
  };
}
