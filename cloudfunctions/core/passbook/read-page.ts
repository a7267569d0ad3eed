import { limits } from '../../../miniprogram/contracts/limits';
import type { PointUnit } from '../../../miniprogram/contracts/passbook';
import { communities, type Community } from '../place/community';
import type { Context } from '../platform/context';
import type { LookUp, Wanted } from '../platform/look-up';
import { bookLines, type BookLine } from './entry';
import { grants, type Grant } from './grants/grant';
import { bookIdOf, passbooks, type Passbook } from './passbook';
import { firstUnit } from './rules/units';

/** Which page of which book, as far as a call names it: whose is missing is the caller's. */
export interface PageChoice {
  readonly personId?: string;
  readonly unit?: PointUnit;
  /** The sequence behind the page's first line. */
  readonly before: number;
}

/** What a page of a book is made of. */
export interface BookPage {
  readonly lines: readonly BookLine[];
  /** Its owner's lines by hand, whose two people stand in documents of their own. */
  readonly given: readonly Grant[];
  readonly book: Passbook | undefined;
  /** Whose policy says what an owner may do. */
  readonly community: Community | undefined;
}

/** Lines by hand are few: a monthly cap bounds them. */
const maxGiven = 99;
/** Each line of a page may have an annotation beside it, and one entry more tells whether there is a next page. */
const maxLines = 2 * (limits.pageSize + 1);

const bookOf: LookUp<Passbook> = { name: 'book', of: passbooks };
const linesOf: LookUp<BookLine> = { name: 'lines', of: bookLines };
const givenOf: LookUp<Grant> = { name: 'given', of: grants };
const communityOf: LookUp<Community> = { name: 'community', of: communities };

/** A page of a book, found in one request with the caller. */
export function pageLookUps({ personId, unit, before }: PageChoice): readonly LookUp[] {
  const owner: Wanted = personId === undefined ? 'personId' : { text: [personId] };
  const ownerPart = personId ?? { path: 'personId' };
  const bookId: Wanted = { text: [ownerPart, ':', unit ?? firstUnit] };
  return [
    { ...bookOf, by: { field: '_id', values: [bookId] } },
    { ...linesOf, sameAs: { bookId }, query: linesQuery(before) },
    { ...givenOf, sameAs: { personId: owner }, query: { where: { state: 'signed' }, limit: maxGiven } },
    { ...communityOf, by: { field: '_id', values: ['communityId'] } },
  ];
}

const linesQuery = (before: number) =>
  ({ where: { sequence: { gt: 0, lt: before } }, sort: { sequence: 'desc' }, limit: maxLines }) as const;

/**
 * A page of a book: no read where it was looked up; one where the call did not name the book, or as of a day.
 * @param asked the page that is wanted
 * @param looked the one that was looked up
 */
export async function readPage(
  { database, found }: Context,
  asked: Required<PageChoice> & { readonly communityId: string },
  looked: PageChoice,
): Promise<BookPage> {
  const { personId, unit, before, communityId } = asked;
  const bookId = bookIdOf(personId, unit);
  if (found?.values(bookOf).has(bookId) && looked.before === before)
    return {
      lines: found.documents(linesOf) ?? [],
      given: found.documents(givenOf) ?? [],
      book: found.documents(bookOf)?.[0],
      community: found.documents(communityOf)?.[0],
    };
  const { where, ...query } = linesQuery(before);
  const [lines, given, book, community] = await Promise.all([
    database.find(bookLines, { where: { bookId, ...where }, ...query }),
    database.find(grants, { where: { personId, unit, state: 'signed' }, limit: maxGiven }),
    database.get(passbooks, bookId),
    database.get(communities, communityId),
  ]);
  return { lines, given, book, community };
}
