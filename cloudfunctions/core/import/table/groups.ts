import type { Field } from './columns';
import { columnsWith, groupFields, type RowClass } from './classify-row';
import type { Header } from './find-header';
import { readPlaceName } from '../cells/text';
import type { TableRow } from './table';

export type GroupNames = Partial<Record<Field, string>>;

/** The names of groups that hold for the row at hand, told from the rows above it. */
export interface GroupReader {
  /** For a row of the list. */
  of(line: TableRow): GroupNames;
  /** Goes past a row that is none. */
  pass(skipped: NonNullable<RowClass>): void;
  /** Ends what an unmerged cell above says. */
  end(): void;
}

/**
 * Group names stand in a line of their own above their rows, or in the first of them. The second is told from a column
 * in which every name stands once, none is merged, and cells below are empty: elsewhere an empty cell is empty.
 * @param listed the rows of the list, without those that hold nothing to take
 */
export function readGroups(listed: readonly TableRow[], header: Header): GroupReader {
  const titles: GroupNames = {};
  const above: GroupNames = {};
  const columns = groupFields.flatMap((field) => columnsWith(header, field).map(({ column }) => ({ field, column })));
  const continued = columns.filter(({ column }) => holdsForRowsBelow(listed, column));
  return {
    of(line) {
      for (const { field, column } of continued) {
        const cell = line.cell(column);
        const name = cell && readPlaceName(cell);
        if (!name?.ok || name.value === undefined) continue;
        // Another grid is another group: the lane of the one before does not go on in it.
        for (const narrower of groupFields.slice(groupFields.indexOf(field) + 1)) delete above[narrower];
        above[field] = name.value;
      }
      return { ...titles, ...above };
    },
    pass({ group }) {
      if (group) titles[group.field] = group.name;
      else this.end();
    },
    end() {
      for (const field of groupFields) delete above[field];
    },
  };
}

function holdsForRowsBelow(rows: readonly TableRow[], column: number): boolean {
  const cells = rows.map((line) => line.own.get(column));
  const names = cells.flatMap((cell) => (cell?.type === 'text' ? [cell.text.trim()] : []));
  const isMerged = rows.some((line) => !line.own.has(column) && line.cell(column) !== undefined);
  return !isMerged && names.length > 0 && names.length < rows.length && new Set(names).size === names.length;
}
