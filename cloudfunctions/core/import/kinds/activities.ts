import { readDateCell } from '../cells/date';
import { readCount } from '../cells/number';
import { maxLengths, readNote, readText } from '../cells/text';
import type { ActivityEntry } from '../entries';
import { readField, withoutUndefined, type RowInHand } from './row';

/** Reads a row of past activities, which needs its day and its title; undefined where it is refused. */
export function readActivityRow(line: RowInHand): ActivityEntry | undefined {
  const day = readField(line, 'day', (cell) => {
    const reading = readDateCell(cell, line.epoch);
    const isDay = !reading.ok || reading.value === undefined || reading.value.length === 10;
    return isDay ? reading : { ok: false, refusal: { code: 'dateWithoutDay' } };
  });
  const title = readField(line, 'title', (cell) => readText(cell, maxLengths.note));
  const present = readField(line, 'present', readCount);
  const note = readField(line, 'note', readNote);
  if (!line.notes.isRefused && day === undefined) refuseEmpty(line, 'day');
  if (!line.notes.isRefused && title === undefined) refuseEmpty(line, 'title');
  if (line.notes.isRefused || day === undefined || title === undefined) return undefined;
  return { type: 'activity', day, title, ...withoutUndefined({ present, note }) };
}

function refuseEmpty(line: RowInHand, field: 'day' | 'title'): void {
  const column = line.of(field)[0]?.column ?? { column: 0, header: field, field };
  line.notes.refuse(column, { code: 'empty' });
}
