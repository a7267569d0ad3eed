import { maxLengths, readChoice, readNote, readText } from '../cells/text';
import type { PlaceEntry } from '../entries';
import { colourWords, placeKindWords } from '../text/words';
import { readOpenPhones } from './open-phones';
import { readField, readPlaceNames, withoutUndefined, type RowInHand } from './row';

/** Reads a row of places, of which one name at least must be there; undefined where it is refused. */
export function readPlaceRow(line: RowInHand): PlaceEntry | undefined {
  const names = readPlaceNames(line);
  const entry: PlaceEntry = {
    type: 'place',
    ...names,
    phones: readOpenPhones(line),
    ...withoutUndefined({
      name: readField(line, 'placeName', (cell) => readText(cell, maxLengths.words)),
      placeKind: readField(line, 'placeKind', (cell) => readChoice(cell, placeKindWords)),
      colour: readField(line, 'colour', (cell) => readChoice(cell, colourWords)),
      note: readField(line, 'note', readNote),
    }),
  };
  const isNamed = entry.name !== undefined || Object.keys(names).length > 0;
  const [column] = [...line.of('placeName'), ...line.of('courtyard'), ...line.of('lane'), ...line.of('grid')];
  if (!isNamed && column && !line.notes.isRefused) line.notes.refuse(column.column, { code: 'empty' });
  return line.notes.isRefused ? undefined : entry;
}
