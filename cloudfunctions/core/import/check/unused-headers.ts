import type { OfferedKind } from '../../../../miniprogram/contracts/import';

/** Fields that are read and of which nothing is kept yet. */
const unused: Readonly<Record<OfferedKind, readonly string[]>> = {
  residents: ['since', 'note', 'party'],
  members: ['note', 'party'],
  posts: ['households', 'since', 'note', 'party'],
  places: ['phone', 'note', 'address'],
  activities: ['note'],
  stations: ['note'],
};

/** Columns of which nothing is kept, as they were headed, so that whoever sent the list knows. */
export function unusedHeaders(
  kind: OfferedKind,
  columns: readonly { readonly header: string; readonly field: string }[],
): readonly string[] {
  return [...new Set(columns.filter(({ field }) => unused[kind].includes(field)).map(({ header }) => header))];
}
