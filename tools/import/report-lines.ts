import type { ImportReading } from '../../cloudfunctions/core/import/entries';
import { reasonOf, skipReasonOf } from './reasons';

/** A reading for whoever runs the command without `--json`: counts, and every row of which something is said. */
export function reportLines({ kind, encoding, hidden, sheets }: ImportReading): readonly string[] {
  return [
    `${kind}${encoding === undefined ? '' : `, ${encoding}`}`,
    ...hidden.map((name) => `hidden sheet, not read: ${name}`),
    ...sheets.flatMap(({ name, headerRow, rows, vacant, refused, skipped }) => [
      `sheet ${name ?? ''}: ${headerRow === undefined ? 'no header of such a list' : `header in row ${headerRow}`}; ` +
        `${rows.length} taken, ${vacant.length} vacant, ${new Set(refused.map(({ row }) => row)).size} rows refused, ` +
        `${skipped.length} skipped`,
      ...refused.map((note) => `  row ${note.row}, ${note.column}: refused: ${reasonOf(note)}`),
      ...rows.flatMap(({ remarks }) => remarks.map((note) => `  row ${note.row}, ${note.column}: ${reasonOf(note)}`)),
      ...skipped.map(({ row, why }) => `  row ${row}: skipped: ${skipReasonOf(why)}`),
    ]),
  ];
}
