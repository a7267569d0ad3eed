import type { ReviewScoring, ReviewUnit } from '../../../../miniprogram/contracts/review';
import type { Entry } from '../../passbook/entry';
import type { Person } from '../../person/person';
import { reviewRowIdOf, type Review, type ReviewRow } from '../review';
import { scoreOf } from './score';
import { sumsOf, throughOf } from './sums';

/** Who is looked at: a member as they are now, or whoever a line of the branch names. */
export type ReviewedPerson = Pick<Person, '_id' | 'name' | 'memberClass'>;

/** All that the rows of a month follow from. */
export interface DraftInput {
  readonly review: Pick<Review, '_id' | 'communityId' | 'branchId' | 'month'>;
  /** By what the month is assessed. */
  readonly scoring?: ReviewScoring;
  /** The month still runs, so that who belongs to the branch now belongs to the month, in the class of now. */
  readonly isRunning: boolean;
  readonly members: readonly ReviewedPerson[];
  readonly lines: readonly Entry[];
  /** Rows that the month has already. */
  readonly rows: readonly ReviewRow[];
  /** The frozen rows of the months before, and which months are frozen. */
  readonly frozen: readonly { readonly month: string; readonly rows: readonly ReviewRow[] }[];
}

const unread: Readonly<Record<ReviewUnit, number>> = { organization: 0, service: 0 };

/**
 * The rows of a month anew: everybody who belonged to the branch in it, with the class that they had then. Who left
 * stays, who came after it is none of it; once it is over, a class changes no more. Whoever has a line in it is in it.
 */
export function draftRows(input: DraftInput): readonly ReviewRow[] {
  const { review, rows, lines } = input;
  const rowOf = new Map(rows.map((row) => [row.personId, row]));
  const linesOf = groupLines(lines);
  const everybody = new Map<string, ReviewedPerson>();
  const counted = lines.filter((line) => sumsNotEmpty(input, line));
  for (const { personId, name, memberClass } of counted) everybody.set(personId, named(personId, name, memberClass));
  for (const row of rows) everybody.set(row.personId, named(row.personId, row.name, row.memberClass));
  if (input.isRunning) for (const member of input.members) everybody.set(member._id, member);
  return [...everybody.values()].map(({ _id: personId, memberClass = null, ...person }) => {
    const own = linesOf.get(personId) ?? [];
    const before = rowOf.get(personId);
    // a name that was erased stays so
    const name = before?.name === '' ? '' : person.name;
    const sums = sumsOf(own, review.month, (month, unit) => frozenThrough(input, personId, { month, unit }));
    const score = scoreOf(input.scoring ?? [], sums);
    return {
      _id: reviewRowIdOf(review._id, personId),
      communityId: review.communityId,
      branchId: review.branchId,
      reviewId: review._id,
      month: review.month,
      personId,
      name,
      nameKey: `${name}:${personId}`,
      memberClass,
      sums,
      ...(score !== undefined && { score }),
      through: throughOf(own, latestThrough(input, personId, before)),
      remark: before?.remark ?? '',
    };
  });
}

const named = (_id: string, name: string, memberClass: ReviewRow['memberClass']): ReviewedPerson => ({
  _id,
  name,
  ...(memberClass && { memberClass }),
});

function groupLines(lines: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const line of lines) found.set(line.personId, [...(found.get(line.personId) ?? []), line]);
  return found;
}

/** Whether a line counts in the month at all. */
function sumsNotEmpty(input: DraftInput, line: Entry): boolean {
  const sums = sumsOf([line], input.review.month, (month, unit) =>
    frozenThrough(input, line.personId, { month, unit }),
  );
  return [sums.organization, sums.service].some(
    ({ points, times, lateLines, absences }) => points !== 0 || times !== 0 || lateLines !== 0 || absences !== 0,
  );
}

/** The last line that a frozen month counted; 0 where the person was none of it. */
function frozenThrough(
  { frozen }: DraftInput,
  personId: string,
  { month, unit }: { readonly month: string; readonly unit: ReviewUnit },
): number | undefined {
  const one = frozen.find((review) => review.month === month);
  return one && (one.rows.find((row) => row.personId === personId)?.through[unit] ?? 0);
}

/** What was counted so far, so that a month never knows less than the one before it. */
function latestThrough(
  { frozen }: DraftInput,
  personId: string,
  before: ReviewRow | undefined,
): Readonly<Record<ReviewUnit, number>> {
  const known = [before, ...frozen.flatMap(({ rows }) => rows.filter((row) => row.personId === personId))];
  return known.reduce<Readonly<Record<ReviewUnit, number>>>(
    (most, row) => ({
      organization: Math.max(most.organization, row?.through.organization ?? 0),
      service: Math.max(most.service, row?.through.service ?? 0),
    }),
    unread,
  );
}
