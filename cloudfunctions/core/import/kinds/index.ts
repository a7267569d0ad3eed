import type { ImportKind } from '../../../../miniprogram/contracts/import-row';
import type { ImportEntry, VacantRow } from '../entries';
import type { Field } from '../table/columns';
import type { ListShape } from '../table/find-header';
import { readActivityRow } from './activities';
import { readPersonRow } from './person';
import { readPlaceRow } from './places';
import { readPostsRow } from './posts';
import { readStationRow } from './stations';
import type { RowInHand } from './row';

/** What a row comes to; both empty where it is refused. */
interface RowEntries {
  readonly entries: readonly ImportEntry[];
  readonly vacant: readonly VacantRow[];
}

/** What names a whole sheet. */
export interface SheetTitles {
  readonly above: readonly string[];
  readonly headers: readonly string[];
}

/** What tells lists of a kind from others, and how their rows are read. */
export interface KindDefinition extends ListShape {
  readonly isOfPeople: boolean;
  /** @param titles the sheet's name, what stands above its header, and its headers */
  read(line: RowInHand, titles: SheetTitles): RowEntries;
}

const places: readonly Field[] = ['grid', 'section', 'lane', 'courtyard', 'door', 'address'];
const person: readonly Field[] = ['name', 'surname', 'phone', 'identity', 'party', 'veteran', 'volunteer', 'note'];

const one = (entry: ImportEntry | undefined): RowEntries => ({ entries: entry ? [entry] : [], vacant: [] });

export const kindDefinitions: Readonly<Record<ImportKind, KindDefinition>> = {
  residents: {
    fields: [...person, ...places, 'residence', 'since', 'employer'],
    required: ['name'],
    leastColumns: 2,
    isOfPeople: true,
    holdsPosts: false,
    namesKeepers: false,
    read: (line) => one(readPersonRow(line)),
  },
  members: {
    fields: [
      ...person,
      ...(['branch', 'membership', 'memberClass', 'employer', 'reported', 'channel', 'skills', 'hours'] as const),
      ...places,
    ],
    required: ['name'],
    leastColumns: 2,
    isOfPeople: true,
    holdsPosts: false,
    namesKeepers: false,
    read: (line) => one(readPersonRow(line)),
  },
  posts: {
    fields: [...person, 'post', 'households', 'since', 'employer', ...places],
    required: ['name'],
    leastColumns: 2,
    isOfPeople: false,
    holdsPosts: true,
    namesKeepers: true,
    read: (line, { above }) => readPostsRow(line, above),
  },
  places: {
    fields: ['colour', ...places, 'placeName', 'placeKind', 'phone', 'note'],
    required: ['grid', 'section', 'lane', 'courtyard', 'placeName'],
    leastColumns: 1,
    isOfPeople: false,
    holdsPosts: false,
    namesKeepers: true,
    read: (line) => one(readPlaceRow(line)),
  },
  activities: {
    fields: ['day', 'title', 'present', 'note'],
    required: ['title'],
    leastColumns: 2,
    isOfPeople: false,
    holdsPosts: false,
    namesKeepers: false,
    read: (line) => one(readActivityRow(line)),
  },
  stations: {
    fields: [
      ...(['stationName', 'stationKind', 'person', 'phone', 'trade', 'organisation', 'host', 'opening'] as const),
      ...(['services', 'sign', 'longitude', 'latitude', 'note'] as const),
      ...places,
    ],
    required: ['stationName', 'person'],
    leastColumns: 2,
    isOfPeople: false,
    holdsPosts: false,
    namesKeepers: true,
    read: (line, { above, headers }) => one(readStationRow(line, [...above, ...headers])),
  },
};
