/** A number of people below this one could say who they are. */
export const fewestShown = 5;

const isFew = (value: number): boolean => value > 0 && value < fewestShown;

/**
 * Which rows of a table stay hidden beside its sums: those in which some column counts 1 to 4, and so many more, the
 * smallest first, that no hidden number follows from the sum and the shown ones: at least two are hidden, and what they
 * have together is none, or at least five, in every column. Pure.
 * @param rows the same columns in each; parts of one sum, down each column
 * @param hidden rows that are hidden in any case
 */
export function hiddenRows(rows: readonly (readonly number[])[], hidden: readonly boolean[] = []): readonly boolean[] {
  const result = rows.map((row, index) => hidden[index] === true || row.some(isFew));
  const bySize = rows.map((row, index) => ({ index, size: row.reduce((sum, value) => sum + value, 0) }));
  const isEmpty = ({ size }: { readonly size: number }) => size === 0;
  bySize.sort((one, other) => Number(isEmpty(one)) - Number(isEmpty(other)) || one.size - other.size);
  for (const { index } of bySize) {
    if (isSafe(rows, result)) break;
    result[index] = true;
  }
  return result;
}

function isSafe(rows: readonly (readonly number[])[], hidden: readonly boolean[]): boolean {
  const gone = rows.filter((_, index) => hidden[index]);
  if (gone.length === 0) return true;
  const sums = (rows[0] ?? []).map((_, column) => gone.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  return gone.length > 1 && !sums.some(isFew);
}

/** A row of a table as it may be shown: null for what stays hidden. */
export interface ShownShare {
  readonly key: string;
  readonly created: number | null;
  readonly solved: number | null;
}

/**
 * A table of shares as it may be shown beside its sums: what was solved is hidden where it, or the rest of those made,
 * is few, and where those made are hidden. Pure.
 */
export function shownShares(
  shares: readonly { readonly key: string; readonly created: number; readonly solved: number }[],
): readonly ShownShare[] {
  const hiddenCreated = hiddenRows(shares.map(({ created }) => [created]));
  const parts = shares.map(({ created, solved }) => [solved, created - solved]);
  const hiddenSolved = hiddenRows(parts, hiddenCreated);
  return shares.map(({ key, created, solved }, index) => ({
    key,
    created: hiddenCreated[index] ? null : created,
    solved: hiddenSolved[index] ? null : solved,
  }));
}
