import { branches } from '../../branch/branch';
import { surnameKeyOf } from '../../person/surname-key';
import { branchIdOf } from '../../place/branch';
import type { Database, Where } from '../../platform/database';
import { exchanges, readHolding } from '../../review/exchange/exchange';
import { reviewRows, reviews, type Review, type ReviewRow } from '../../review/review';
import { absencesOf, timesOf } from '../../review/rules/sums';
import type { Export } from '../document/export';
import { headers, memberClassText } from '../text/labels';
import { nextAfter, readAtOnce, type Source, type SourcePage } from './source';

/** People whose rows one query asks for. */
const peopleAtOnce = 33;
const monthsLookedAt = 24;
/** A community has a handful; 99 is what one query returns. */
const maxBranches = 99;

/**
 * A confirmed month of the branch by name, the newest where none is named; for an employer of those alone who share it,
 * whatever branch they are of.
 */
function sourceOf(list: 'reviewNumbers' | 'reviewTexts', cellsOf: (row: ReviewRow) => readonly string[]): Source {
  return {
    headers: headers[list],
    isNamed: true,
    async read(database, one, cursor): Promise<SourcePage> {
      const frozen = await readFrozen(database, one);
      const month = frozen[0]?.month;
      if (month === undefined) return { rows: [], next: null };
      const reviewIds = frozen.flatMap((review) => (review.month === month ? [review._id] : []));
      const page = one.employer
        ? await sharedRows(database, { employerId: one.employer.employerId, month, reviewIds }, cursor ?? '')
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

export const reviewNumbers = sourceOf('reviewNumbers', ({ sums: { organization, service }, score }) => [
  ...[
    ...[organization.points, timesOf(organization), absencesOf(organization), organization.latePoints],
    ...[service.points, timesOf(service), service.latePoints],
  ].map(String),
  score === undefined ? '' : String(score),
]);
export const reviewTexts = sourceOf('reviewTexts', ({ remark }) => [remark]);

const branchOfExport = ({ branchId, communityId }: Export): string => branchId ?? branchIdOf(communityId);

/**
 * Confirmed months, the newest first: of the one that is named, else of all. A month that is not confirmed goes out
 * nowhere, and an employer's people may be of several branches.
 */
async function readFrozen(database: Database, one: Export): Promise<readonly Review[]> {
  const found: Review[] = [];
  for (const branchId of one.employer ? await branchIdsOf(database, one) : [branchOfExport(one)]) {
    const where: Where = { branchId, ...(one.month !== null && { month: one.month }) };
    found.push(...(await database.find(reviews, { where, sort: { month: 'desc' }, limit: monthsLookedAt })));
  }
  return found
    .filter(({ state }) => state === 'confirmed')
    .sort((left, right) => (left.month < right.month ? 1 : left.month > right.month ? -1 : 0));
}

async function branchIdsOf(database: Database, { communityId }: Export): Promise<readonly string[]> {
  const found = await database.find(branches, { where: { communityId }, sort: { _id: 'asc' }, limit: maxBranches });
  return found.map(({ _id }) => _id);
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

/** Rows of an employer's people, as far as they stand in confirmed months. */
interface Shared {
  readonly employerId: string;
  readonly month: string;
  readonly reviewIds: readonly string[];
}

async function sharedRows(
  database: Database,
  { employerId, month, reviewIds }: Shared,
  after: string,
): Promise<RowPage> {
  const found = await database.find(exchanges, {
    where: { employerId, agreed: true, nameKey: { gt: after } },
    sort: { nameKey: 'asc' },
    limit: peopleAtOnce,
  });
  const last = found.at(-1);
  if (!last) return { rows: [], next: null };
  const holding = await readHolding(database, found);
  const next = found.length === peopleAtOnce ? last.nameKey : null;
  if (holding.size === 0) return { rows: [], next };
  const personId = { oneOf: found.flatMap((one) => (holding.has(one._id) ? [one.personId] : [])) };
  const rows = await database.find(reviewRows, { where: { personId, month }, limit: readAtOnce });
  const frozen = rows.filter(({ reviewId }) => reviewIds.includes(reviewId));
  return { rows: frozen, next };
}
