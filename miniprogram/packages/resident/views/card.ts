import type { CardView } from '../../../contracts/card';
import { groupedPhone, isSamePhone } from '../../../contracts/written-phone';
import { callText, callTextElder, offDutyLine } from '../../../text/card/call';
import { joinParts } from '../../../text/join';
import { gridTitle } from '../../../text/person/hats';
import { dutyHours, dutyLines, officeLines, officeNote } from '../text/card';

/** A card that is in use, as its page draws it. */
export interface OpenCard {
  readonly colour: string;
  readonly grid: string;
  readonly gridShort: string;
  readonly place: string;
  readonly workerName: string;
  /** The worker's picture; '' for none. */
  readonly workerPhoto: string;
  readonly duty: string;
  /** In elder mode: that nobody is on duty; '' otherwise. */
  readonly offDuty: string;
  readonly callText: string;
  readonly callTextElder: string;
  readonly callPhone: string;
  readonly officePhone: string;
  readonly officeLine: string;
  readonly officeNote: string;
  readonly dutyPhone: string;
  /** Name and number, a line each. */
  readonly dutyLines: string;
  readonly officeLines: string;
  /** The large button rings the duty phone already. */
  readonly ringsDuty: boolean;
  /** The office and the duty phone are one number. */
  readonly isOfficeOnDuty: boolean;
  readonly services: readonly string[];
  /** The station at which the card hangs; '' for a door's. */
  readonly stationName: string;
  readonly stationLine: string;
}

type OpenCardView = Extract<CardView, { state: 'open' }>;

/** Where an order from this card goes: grid and courtyard. */
export function placeLabelOf({ gridName, placeName }: OpenCardView): string {
  return joinParts(gridName, placeName);
}

/** As the phone keeps it: a link to a picture ends after ten minutes. */
export function withoutPhoto(view: OpenCardView): OpenCardView {
  const { worker, ...rest } = view;
  return worker ? { ...rest, worker: { name: worker.name, phone: worker.phone } } : view;
}

export function openCard(view: OpenCardView): OpenCard {
  const { call, office, gridName, colour } = view;
  const gridShort = gridTitle(gridName, colour);
  return {
    colour: colour ?? '',
    grid: joinParts(gridShort, view.sectionName),
    gridShort,
    place: joinParts(view.communityName, view.placeName),
    workerName: view.worker?.name ?? '',
    workerPhoto: view.worker?.photoUrl ?? '',
    duty: dutyHours(view.onDuty, office.hours),
    offDuty: offDutyLine(view.onDuty),
    callText: callText(call),
    callTextElder: callTextElder(call),
    callPhone: groupedPhone(call.phone),
    officePhone: groupedPhone(office.phone),
    officeLine: office.address,
    officeNote: officeNote(view.dutyPhone, view.onDuty),
    dutyPhone: groupedPhone(view.dutyPhone),
    dutyLines: dutyLines(view.dutyPhone),
    officeLines: officeLines(office.phone, view.onDuty),
    ringsDuty: call.to === 'duty',
    isOfficeOnDuty: isSamePhone(view.dutyPhone, office.phone),
    services: view.services,
    stationName: view.station?.name ?? '',
    stationLine: joinParts(view.station?.address, view.station?.hours),
  };
}
