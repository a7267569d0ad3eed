/** Where the first screen leads couriers, those who keep stations, instructors, administrators and employers. */
import type { HomeBody } from '../../contracts/home';
import { routes } from '../../routes';
import { courierTexts, linkUntil } from '../../text/home/courier';
import { cardsShortcut, sharedShortcut } from '../../text/home/home';
import { joinParts } from '../../text/join';

export interface Shortcut {
  readonly icon: string;
  readonly title: string;
  readonly line: string;
  readonly url: string;
}

type Body<For extends HomeBody['for']> = Extract<HomeBody, { for: For }>;

const { stations, hazard, records, gap, sites, activities, chooseSite } = courierTexts;
const stationsRow: Shortcut = { icon: 'sun', ...stations, url: routes.stations };

export function courierShortcuts({ site, records: done }: Body<'courier'>): readonly Shortcut[] {
  const own: Shortcut =
    site === undefined
      ? { icon: 'people', ...chooseSite, url: routes.sites }
      : { icon: 'people', title: site.name, line: linkUntil(site.expiresAt), url: routes.site(site.siteId) };
  const latest = done[0];
  return [
    stationsRow,
    own,
    { icon: 'camera', ...hazard, url: routes.hazard(site?.siteId) },
    { icon: 'heart', ...records, line: latest?.words ?? records.line, url: routes.siteRecords(site?.siteId) },
  ];
}

export function keeperShortcuts({ stations: page }: Body<'keeper'>): readonly Shortcut[] {
  return [
    ...page.stations.map(({ stationId, name, sign, host, address }): Shortcut => ({
      icon: 'home',
      title: name,
      line: joinParts(sign ?? host, address),
      url: routes.station(stationId),
    })),
    stationsRow,
    { icon: 'heart', ...records, url: routes.siteRecords() },
  ];
}

export function instructorShortcuts({ orgName, records: done }: Body<'instructor'>): readonly Shortcut[] {
  return [
    { icon: 'heart', ...records, title: orgName, line: done[0]?.words ?? records.line, url: routes.siteRecords() },
    { icon: 'people', ...sites, url: routes.sites },
    { icon: 'clock', ...gap, url: routes.gap },
    stationsRow,
    { icon: 'calendar', ...activities, url: routes.activities },
  ];
}

export function administratorShortcuts({ shortcuts }: Body<'other'>): readonly Shortcut[] {
  return [
    ...(shortcuts.includes('cards') ? [{ icon: 'code', ...cardsShortcut, url: routes.cards }] : []),
    ...(shortcuts.includes('shared') ? [{ icon: 'people', ...sharedShortcut, url: routes.sharedRecords }] : []),
  ];
}
