import { readNameCell } from '../cells/name';
import { readDegrees } from '../cells/number';
import { readChoice, readList, readNote } from '../cells/text';
import type { StationEntry, StationEntryKind } from '../entries';
import type { CoordinateSystem } from '../../../../miniprogram/contracts/station';
import { coordinateSystems } from '../../../../miniprogram/contracts/station';
import { instructorWords, systemWords } from '../text/opening-words';
import { stationKindWords, tradeWords } from '../text/words';
import { readOpenPhones } from './open-phones';
import { cellText } from '../workbook';
import { readField, readPlaceNames, readWordsOf, withoutUndefined, type RowInHand } from './row';

/** Whoever looks at a map of China finds these. */
const china = { longitude: [73, 136], latitude: [3, 54] } as const;

/** A title names more than one: the instructors of an organisation are people, the stations of a site are stations. */
const inDoubt: readonly StationEntryKind[] = ['instructor', 'organisation', 'shop', 'station', 'site'];

/**
 * Reads a row of sites, organisations, instructors, stations or shops; undefined where it is refused.
 * @param titles where the kind is told for the whole sheet: its name and its header
 */
export function readStationRow(line: RowInHand, titles: readonly string[]): StationEntry | undefined {
  const kind = readField(line, 'stationKind', (cell) => readChoice(cell, stationKindWords)) ?? kindOf(titles);
  const person = readField(line, 'person', (cell) => {
    const reading = readNameCell(cellText(cell));
    return reading.ok ? { ...reading, value: reading.value?.name } : reading;
  });
  const name = readWordsOf(line, 'stationName') ?? (kind === 'instructor' ? person : undefined);
  const [column] = [...line.of('stationName'), ...line.of('person')];
  if (column && name === undefined && !line.notes.isRefused) line.notes.refuse(column.column, { code: 'empty' });
  if (column && kind === undefined && !line.notes.isRefused)
    line.notes.refuse(line.of('stationKind')[0]?.column ?? column.column, { code: 'empty' });
  const details = readDetails(line, titles);
  if (line.notes.isRefused || name === undefined || kind === undefined) return undefined;
  const isInstructor = person !== undefined && instructorWords.test(line.of('person')[0]?.column.header ?? '');
  return {
    ...{ type: 'station', kind, name, ...details, ...withoutUndefined({ person }) },
    ...(isInstructor && { instructs: true }),
  };
}

/** Of which system the coordinates are, as their header says, or a title. */
function systemOf(line: RowInHand, titles: readonly string[]): CoordinateSystem | undefined {
  const header = line.of('longitude')[0]?.column.header ?? '';
  return [header, ...titles]
    .map((text) => coordinateSystems.find((system) => systemWords[system].test(text)))
    .find((system) => system !== undefined);
}

function kindOf(titles: readonly string[]): StationEntryKind | undefined {
  for (const title of titles) for (const kind of inDoubt) if (stationKindWords[kind].test(title)) return kind;
  return undefined;
}

function readDetails(line: RowInHand, titles: readonly string[]) {
  const point = readPoint(line);
  return {
    ...readPlaceNames(line),
    phones: readOpenPhones(line),
    ...withoutUndefined({
      trade: readField(line, 'trade', (cell) => readChoice(cell, tradeWords)),
      organisation: readWordsOf(line, 'organisation'),
      host: readWordsOf(line, 'host'),
      opening: readWordsOf(line, 'opening'),
      services: readField(line, 'services', readList),
      sign: readWordsOf(line, 'sign'),
      point,
      system: point && systemOf(line, titles),
      note: readField(line, 'note', readNote),
    }),
  };
}

function readPoint(line: RowInHand): StationEntry['point'] {
  const longitude = readField(line, 'longitude', readDegrees);
  const latitude = readField(line, 'latitude', readDegrees);
  if (longitude === undefined || latitude === undefined) return undefined;
  const [west, east] = china.longitude;
  const [south, north] = china.latitude;
  if (longitude >= west && longitude <= east && latitude >= south && latitude <= north) return { longitude, latitude };
  const [column] = line.of('longitude');
  if (column)
    line.notes.refuse(column.column, { code: 'coordinates', detail: `${longitude}, ${latitude}` }, column.cell);
  return undefined;
}
