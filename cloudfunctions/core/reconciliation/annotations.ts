import { reversals } from '../passbook/disputes/reversal';
import { reversalIdOf } from '../passbook/disputes/reversal-store';
import { bookLines, type Entry, type EntryAnnotation } from '../passbook/entry';
import { annotationHolds } from '../passbook/rules/annotations';
import type { Database } from '../platform/database';

/**
 * The first of at most 99 lines beside which something else stands than its case and its reversing line say. Two reads:
 * a line's reversing line has the same id as its case.
 */
export async function firstContradicted(
  database: Database,
  entries: readonly Entry[],
  annotations: ReadonlyMap<string, EntryAnnotation>,
): Promise<Entry | undefined> {
  if (entries.length === 0) return undefined;
  const where = { _id: { oneOf: entries.map(({ _id }) => reversalIdOf(_id)) } };
  const [cases, reversing] = await Promise.all([
    database.find(reversals, { where, limit: entries.length }),
    database.find(bookLines, { where, limit: entries.length }),
  ]);
  const caseOf = new Map(cases.map((reversal) => [reversal._id, reversal]));
  const reversed = new Set(reversing.map(({ _id }) => _id));
  return entries.find((entry) => {
    const id = reversalIdOf(entry._id);
    const said = { reversal: caseOf.get(id), isReversed: reversed.has(id) };
    return !annotationHolds(entry, annotations.get(entry._id), said);
  });
}
