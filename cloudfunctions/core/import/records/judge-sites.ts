import type { Gcj02Point } from '../../../../miniprogram/contracts/distance';
import type { ImportField } from '../../../../miniprogram/contracts/import';
import { gcj02Of } from '../../station/station';
import type { Site } from '../../site/site';
import { derivedId, hashOf } from '../../platform/ids';
import { plainName } from '../rules/find-place';
import { changeOf, fateOf, noteOf, refusedRecord, type Judged } from './judge';
import { isCalled } from './station-book';
import { tradeOf, type StationLine } from './station-line';
import { stationPlace, stationPoint } from './station-place';
import type { SiteTarget } from './target';

/** Where couriers gather: it needs a trade, a point, and a place to which it belongs. */
export function judgeSite({ row, entry, book, around, orgIdOf }: StationLine): Judged {
  const { name, organisation, person } = entry;
  const site = book.sites.find((one) => isCalled(one.name, name));
  const trade = site ? entry.trade : tradeOf(entry);
  if (!site && !trade) return refusedRecord(row, name, 'tradeMissing');
  const gcj02 = stationPoint(entry);
  if (!site && !gcj02) return refusedRecord(row, name, 'pointMissing');
  const place = stationPlace(entry, gcj02, around.places, book);
  if (place.found === 'unknown') return refusedRecord(row, name, 'placeUnknown', place.detail);
  if (place.found === 'several') return refusedRecord(row, name, 'placeSeveral', place.detail);
  if (!site && place.found === 'none') return refusedRecord(row, name, 'placeMissing');
  const orgId = organisation === undefined ? undefined : orgIdOf(organisation);
  if (organisation !== undefined && orgId === undefined)
    return refusedRecord(row, name, 'organisationUnknown', organisation);
  const target: SiteTarget = {
    type: 'site',
    siteId: site?._id ?? derivedId('site', 'import', around.community._id, plainName(name)),
    isNew: site === undefined,
    name,
    ...(trade && { trade }),
    ...(gcj02 && { gcj02 }),
    ...(place.found === 'place' && { place: place.place }),
    ...(orgId !== undefined && { orgId }),
  };
  const orgName = book.orgs.find(({ _id }) => _id === site?.orgId)?.name ?? '';
  const changes = site ? [...changesOf(site, target), ...changeOf('organisation', orgName, orgId && organisation)] : [];
  return {
    fate: fateOf(site === undefined, changes),
    title: name,
    record: { ...target, ...(site && { seen: seenSite(site) }) },
    changes,
    notes: person === undefined ? [] : [noteOf(row, 'keeperUnused', person)],
  };
}

/** What a row may change of a site, to tell whether somebody did meanwhile. */
export function seenSite({ kind, gcj02, place, orgId }: Site): string {
  return hashOf([kind, gcj02Of(gcj02), place.placeId, orgId]);
}

function changesOf(site: Site, { trade, gcj02, place }: SiteTarget) {
  return [
    ...changeOf('trade', site.kind, trade),
    ...pointChange(gcj02Of(site.gcj02), gcj02),
    ...changeOf('home', site.place.label, place?.label),
  ];
}

/** Points that differ by less than a metre are one. */
export function pointChange(before: Gcj02Point, after: Gcj02Point | undefined) {
  const field: ImportField = 'point';
  return after === undefined ? [] : changeOf(field, pointText(before), pointText(after));
}

function pointText({ longitude, latitude }: Gcj02Point): string {
  return `${longitude.toFixed(5)}, ${latitude.toFixed(5)}`;
}
