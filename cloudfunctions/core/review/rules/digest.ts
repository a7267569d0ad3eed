import type { ReviewRow } from '../review';

/**
 * What a month's digest stands for, in the order of people: who, in which class, with which sums and score. Names and
 * remarks are not in it, so that what is erased breaks none.
 */
export function digestedRows(rows: readonly ReviewRow[]): readonly unknown[] {
  return [...rows]
    .sort((one, other) => (one.personId < other.personId ? -1 : 1))
    .map(({ personId, memberClass, sums, through, score }) => ({
      ...{ personId, memberClass, sums, through },
      ...(score !== undefined && { score }),
    }));
}
