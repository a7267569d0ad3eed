import type { FieldChange } from '../../../../miniprogram/contracts/import';
import type { CellNote } from '../../../../miniprogram/contracts/import-row';
import type { StationService } from '../../../../miniprogram/contracts/station';
import { gcj02Of, type Station } from '../../station/station';
import type { OfferedService } from '../../station/rules/services';
import { derivedId, hashOf } from '../../platform/ids';
import { readOpeningHours } from '../cells/opening-hours';
import type { RowCode } from '../document/page';
import { plainName } from '../rules/find-place';
import { hoursText } from '../text/hours';
import { roadOf, stationServiceWords } from '../text/opening-words';
import { changeOf, fateOf, noteOf, refusedRecord, type Judged } from './judge';
import { pointChange } from './judge-sites';
import { keeperOf } from './keepers';
import { isCalled } from './station-book';
import type { StationLine } from './station-line';
import { stationPlace, stationPoint } from './station-place';
import type { StationFields } from './target';

/** In which months something of a season is there. */
const seasons: Readonly<Partial<Record<StationService, NonNullable<OfferedService['months']>>>> = {
  heating: { from: 11, to: 3 },
  cooling: { from: 6, to: 9 },
};
const services = ['medicine', 'charging', 'toilet', 'heating', 'cooling', 'water', 'rest'] as const;

/** A station of a service centre, or a friendly shop: it needs a point, a place, and hours that are understood. */
export function judgeStation(line: StationLine, kind: 'station' | 'shop'): Judged {
  const { row, entry, book, around, known } = line;
  const { name, person } = entry;
  const station = book.stations.find((one) => one.kind === kind && isCalled(one.name, name));
  const read = fieldsOf(line);
  if ('refused' in read) return refusedRecord(row, name, read.refused, read.detail);
  const { fields, notes } = read;
  const missing = station ? undefined : missingOf(fields);
  if (missing) return refusedRecord(row, name, missing);
  const found =
    person === undefined ? undefined : keeperOf(entry, kind === 'shop' ? 'merchant' : 'steward', around, known);
  const keeper = found?.ok ? found.keeper : undefined;
  const changes = station ? changesOf(station, fields, keeper?.person.name) : [];
  const isKeeperNew = keeper !== undefined && found?.ok === true && found.isChanged;
  const fate = fateOf(station === undefined, changes);
  return {
    fate: fate === 'unchanged' && isKeeperNew ? 'changed' : fate,
    title: name,
    record: {
      type: 'station',
      stationId: station?._id ?? derivedId('st', 'import', around.community._id, kind, plainName(name)),
      isNew: station === undefined,
      kind,
      name,
      fields,
      ...(keeper && { keeper }),
      ...(station && { version: station.version }),
    },
    changes,
    notes: [...notes, ...(found && !found.ok ? [noteOf(row, found.code, person)] : [])],
  };
}

type FieldsRead =
  | { readonly fields: StationFields; readonly notes: readonly CellNote<RowCode>[] }
  | { readonly refused: RowCode; readonly detail: string };

function fieldsOf({ row, entry, around, book }: StationLine): FieldsRead {
  const gcj02 = stationPoint(entry);
  const place = stationPlace(entry, gcj02, around.places, book);
  if (place.found === 'unknown') return { refused: 'placeUnknown', detail: place.detail };
  if (place.found === 'several') return { refused: 'placeSeveral', detail: place.detail };
  const hours = entry.opening === undefined ? undefined : readOpeningHours(entry.opening);
  if (entry.opening !== undefined && !hours) return { refused: 'openingUnreadable', detail: entry.opening };
  const address = entry.address ?? [entry.lane, entry.courtyard, entry.door].filter(Boolean).join('');
  const { offered, dropped } = offeredOf(entry.services ?? []);
  const { host, sign, trade } = entry;
  const phone = entry.phones[0]?.number;
  return {
    fields: {
      ...(host !== undefined && { host }),
      ...(sign !== undefined && { sign }),
      ...(address !== '' && { address, road: roadOf.exec(address)?.[0] ?? address }),
      ...(gcj02 && { gcj02 }),
      ...(place.found === 'place' && { place: place.place }),
      ...(offered.length > 0 && { offered }),
      ...(trade && { serves: [trade] }),
      ...(hours && { hours }),
      ...(phone !== undefined && { phone }),
    },
    notes: dropped.map((word) => noteOf(row, 'wordDropped', word)),
  };
}

function missingOf({ gcj02, place, hours }: StationFields): RowCode | undefined {
  if (!gcj02) return 'pointMissing';
  if (!place) return 'placeMissing';
  return hours ? undefined : 'openingMissing';
}

function offeredOf(words: readonly string[]) {
  const read = words.map((word) => ({ word, service: services.find((one) => stationServiceWords[one].test(word)) }));
  const found = services.filter((one) => read.some(({ service }) => service === one));
  const offered = found.map((service): OfferedService => {
    const months = seasons[service];
    return { service, ...(months && { months }) };
  });
  return { offered, dropped: read.filter(({ service }) => service === undefined).map(({ word }) => word) };
}

function changesOf(station: Station, fields: StationFields, keeper: string | undefined): readonly FieldChange[] {
  const { host, sign, address, gcj02, place, offered, hours, phone } = fields;
  const isSame = (one: unknown, other: unknown): boolean => hashOf(one) === hashOf(other);
  return [
    ...changeOf('host', station.host ?? '', host),
    ...changeOf('sign', station.sign ?? '', sign),
    ...changeOf('address', station.address, address),
    ...pointChange(gcj02Of(station.gcj02), gcj02),
    ...changeOf('home', station.place.label, place?.label),
    ...(hours && !isSame(station.hours, hours) ? [openingChange(station, hours)] : []),
    ...(offered ? changeOf('services', servicesText(station.offered), servicesText(offered)) : []),
    ...changeOf('phone', station.phone, phone),
    ...changeOf('holder', station.steward?.name ?? '', keeper),
  ];
}

function openingChange(station: Station, hours: Station['hours']): FieldChange {
  return { field: 'opening', before: hoursText(station.hours), after: hoursText(hours) };
}

const servicesText = (offered: readonly OfferedService[]): string =>
  [...new Set(offered.map(({ service }) => service))].sort().join(',');
