import type { MemberRecordView } from '../../../../miniprogram/contracts/exchange';
import { reviewUnits } from '../../../../miniprogram/contracts/review';
import { reachesBranch, type SignedIn } from '../../access/caller';
import { scopeOf } from '../../access/permissions';
import { passbooks, bookIdOf } from '../../passbook/passbook';
import { people, type Person } from '../../person/person';
import { branchOfPerson } from '../../place/branch';
import type { Context } from '../../platform/context';
import { done, refuse, type Result } from '../../platform/result';
import { isReviewed } from '../members';
import { mayReadRecord } from '../rules/record-readers';
import { readLatest } from './latest';
import { exchangeIdOf, exchanges, type Exchange } from './exchange';

/** A member with what they share with their employer, as far as the caller reads it. Two reads. */
export async function findRecord(
  { database }: Pick<Context, 'database'>,
  caller: SignedIn,
  personId: string,
): Promise<Result<{ readonly person: Person; readonly exchange: Exchange | undefined }>> {
  const person = await database.get(people, personId);
  if (!person) return refuse('NOT_FOUND', 'personId');
  const { employerId } = person;
  const exchange =
    employerId === undefined ? undefined : await database.get(exchanges, exchangeIdOf(employerId, personId));
  const reader = {
    scope: caller.scope,
    personId: caller.login.personId,
    reachesBranch: reachesBranch(caller, { ...person, branchId: branchOfPerson(person) }),
    ...(caller.hat.employerId !== undefined && { employerId: caller.hat.employerId }),
  };
  const owner = {
    personId,
    ...(employerId !== undefined && { employerId }),
    isReviewed: isReviewed(person),
    agreed: exchange?.agreed ?? false,
  };
  return mayReadRecord(reader, owner) ? done({ person, exchange }) : refuse('NOT_FOUND', 'personId');
}

/** What there is of points and reviews. Three reads. */
export async function readParts({ database }: Pick<Context, 'database'>, person: Person) {
  const bookIds = reviewUnits.map((unit) => bookIdOf(person._id, unit));
  const [books, [latest]] = await Promise.all([
    database.find(passbooks, { where: { _id: { oneOf: bookIds } }, limit: bookIds.length }),
    readLatest(database, [{ personId: person._id, branchId: branchOfPerson(person) }]),
  ]);
  return { books: [...books].sort((one, other) => (one._id < other._id ? -1 : 1)), latest };
}

/** The record as its reader sees it. */
export function recordView(
  { login, hat, scope }: SignedIn,
  person: Person,
  {
    exchange,
    books,
    latest,
    registration,
  }: Awaited<ReturnType<typeof readParts>> & {
    readonly exchange: Exchange | undefined;
    readonly registration: MemberRecordView['registration'] | undefined;
  },
): MemberRecordView {
  const isOwn = scope !== 'employer' && person._id === login.personId;
  const shared = exchange?.agreed ?? false;
  return {
    personId: person._id,
    name: person.name,
    ...(person.memberClass && { memberClass: person.memberClass }),
    ...(person.employer !== undefined && { employerName: person.employer }),
    ...(registration && { registration }),
    books: books.map(({ unit, balance, count }) => ({ unit, balance, count })),
    ...(latest && { latest }),
    shared,
    notes: (exchange?.notes ?? []).map(({ noteId, side, words, name, at }) => ({
      ...{ noteId, side, words, name },
      at: at.toISOString(),
    })),
    mayShare: isOwn && person.employerId !== undefined,
    mayReadYear: scope !== 'employer',
    mayWrite: shared && !isOwn && scopeOf(hat.hat, 'review.sendNote') !== 'none',
  };
}
