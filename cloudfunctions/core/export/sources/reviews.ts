import { surnameKeyOf } from '../../person/surname-key';
import { branchIdOf } from '../../place/branch';
import type { Database, Where } from '../../platform/database';
import { exchanges } from '../../review/exchange/exchange';
import { reviewRows, reviews, type ReviewRow } from '../../review/review';
import type { Export } from '../document/export';
import { headers, memberClassText } from '../text/labels';
import { nextAfter, readAtOnce, type Source, type SourcePage } from './source';

/** People whose rows one query asks for. */
const peopleAtOnce = 33;
const monthsLookedAt = 24;

/**
 * A confirmed month of the branch by name, the newest where none is named; for an employer of those alone who share it.
 */
function sourceOf(list: 'reviewNumbers' | 'reviewTexts', cellsOf: (row: ReviewRow) => readonly string[]): Source {
  return {
    headers: headers[list],
    isNamed: true,
    async read(database, one, cursor): Promise<SourcePage> {
      const month = await monthOf(database, one);
      if (month === undefined) return { rows: [], next: null };
      const page = one.employer
        ? await sharedRows(database, { employerId: one.employer.employerId, month }, cursor ?? '')
        : await branchRows(database, { branchId: branchOfExport(one), month }, cursor ?? '');
      return {
        rows: page.rows.map((row) => ({
          name: row.name,
          surnameKey: surnameKeyOf(row.name),
          cells: [row.name, row.month, row.memberClass ? memberClassText(row.memberClass) : '', ...cellsOf(row)],
        })),
        next: page.next,
      };
    },
  };
}

export const reviewNumbers = sourceOf('reviewNumbers', ({ sums: { organization, service } }) =>
  [
    ...[organization.points, organization.times, organization.absences, organization.latePoints],
    ...[service.points, service.times, service.latePoints],
  ].map(String),
);
export const reviewTexts = sourceOf('reviewTexts', ({ remark }) => [remark]);

const branchOfExport = ({ branchId, communityId }: Export): string => branchId ?? branchIdOf(communityId);

/** A month that is not confirmed goes out nowhere. */
async function monthOf(database: Database, one: Export): Promise<string | undefined> {
  const { month } = one;
  const where: Where = { branchId: branchOfExport(one) };
  const known = await database.find(reviews, { where, sort: { month: 'desc' }, limit: monthsLookedAt });
  return known.find((review) => review.state === 'confirmed' && (month === null || review.month === month))?.month;
}

interface RowPage {
  readonly rows: readonly ReviewRow[];
  readonly next: string | null;
}

async function branchRows(database: Database, where: Where, after: string): Promise<RowPage> {
  const found = await database.find(reviewRows, {
    where: { ...where, nameKey: { gt: after } },
    sort: { nameKey: 'asc' },
    limit: readAtOnce,
  });
  return { rows: found, next: nextAfter(found, ({ nameKey }) => nameKey) };
}

async function sharedRows(
  database: Database,
  { employerId, month }: { readonly employerId: string; readonly month: string },
  after: string,
): Promise<RowPage> {
  const found = await database.find(exchanges, {
    where: { employerId, agreed: true, nameKey: { gt: after } },
    sort: { nameKey: 'asc' },
    limit: peopleAtOnce,
  });
  const last = found.at(-1);
  if (!last) return { rows: [], next: null };
  const personId = { oneOf: found.map((exchange) => exchange.personId) };
  const rows = await database.find(reviewRows, { where: { personId, month }, limit: readAtOnce });
  return { rows, next: found.length === peopleAtOnce ? last.nameKey : null };
}
