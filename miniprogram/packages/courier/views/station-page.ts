/** What a station's page draws. */
import type { StationView } from '../../../contracts/station';
import { hoursLines, laterLine, openingLine, unknownHolidays } from '../text/stations';
import { openingOf, stationCard, type StationCard } from './station-card';
import { groupedPhone } from '../../../contracts/written-phone';

export interface StationPageView {
  readonly card: StationCard | null;
  readonly sign: string;
  readonly opening: string;
  readonly phone: string;
  readonly note: string;
  readonly hours: readonly string[];
  readonly holidayNote: string;
  readonly later: readonly string[];
  readonly withdrawn: boolean;
  readonly mine: boolean;
}

export const noStation: StationPageView = {
  card: null,
  sign: '',
  opening: '',
  phone: '',
  note: '',
  hours: [],
  holidayNote: '',
  later: [],
  withdrawn: false,
  mine: false,
};

export function stationPageView(view: StationView, nowMs: number): StationPageView {
  const { station, horizon, hours, holidaysKnown, later, withdrawn, mine } = view;
  return {
    card: stationCard(station, horizon, { here: null, mode: 'ebike' }, nowMs),
    sign: station.sign ?? station.host ?? '',
    opening: openingLine(openingOf(station, horizon, nowMs), nowMs),
    phone: groupedPhone(station.phone),
    note: station.note ?? '',
    hours: hoursLines(hours),
    holidayNote: holidaysKnown ? '' : unknownHolidays,
    later: later.map(laterLine),
    withdrawn,
    mine,
  };
}
