/** What a scanned card says. */
import type { CardView, IssuedCardView } from '../../contracts/card';
import { emergencyNumbers } from '../../contracts/limits';
import { ago, monthDay, spaced } from '../../text/dates';
import { gridTitle } from '../../text/person/hats';

export interface OpenCard {
  readonly colour: string;
  readonly grid: string;
  readonly gridShort: string;
  readonly place: string;
  /** Where an order from this card goes: grid and courtyard. */
  readonly spot: string;
  readonly workerName: string;
  readonly duty: string;
  readonly callText: string;
  readonly callTextElder: string;
  readonly callPhone: string;
  readonly officePhone: string;
  readonly officeLine: string;
  readonly officeNote: string;
  readonly dutyPhone: string;
  readonly services: readonly string[];
  readonly emergency: string;
}

/** A number as it is read out: `0351-555 0112`, `138 0000 0021`. */
export const spoken = (phone: string): string =>
  phone.replace(/^(0\d{2,3}-)(\d{3})(\d{4,5})$/, '$1$2 $3').replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3');

export const emergencies = emergencyNumbers.join(' · ');

/** Whom the large button calls. */
export const callText = ({ to, name }: { readonly to: 'worker' | 'duty'; readonly name: string }): string =>
  to === 'worker' ? `打给${name}` : '打给社区值班';

export function openCard(view: Extract<CardView, { state: 'open' }>): OpenCard {
  const toWorker = view.call.to === 'worker';
  return {
    colour: view.colour ?? '',
    grid:
      view.sectionName === undefined
        ? gridTitle(view.gridName, view.colour)
        : `${gridTitle(view.gridName, view.colour)} · ${view.sectionName}`,
    gridShort: gridTitle(view.gridName, view.colour),
    place: `${view.communityName} · ${view.placeName}`,
    spot: `${view.gridName} · ${view.placeName}`,
    workerName: view.worker?.name ?? '',
    duty: view.onDuty ? `在岗 · ${view.office.hours}` : `下班了，电话转值班 · ${view.office.hours}`,
    callText: callText(view.call),
    callTextElder: toWorker ? callText(view.call) : '打给值班',
    callPhone: view.call.phone,
    officePhone: spoken(view.office.phone),
    officeLine: view.office.address,
    officeNote: '下班以后拨它，转值班电话，不会没人接。',
    dutyPhone: view.dutyPhone,
    services: view.services,
    emergency: emergencies,
  };
}

export const renewedLine = (view: Extract<CardView, { state: 'renewed' }>): string =>
  `${monthDay(view.renewedOn)}换的新卡，这一张不用了。`;

export interface CardRow {
  readonly token: string;
  readonly place: string;
  readonly line: string;
  readonly open: boolean;
}

export const cardRow = (view: IssuedCardView, nowMs: number): CardRow => ({
  token: view.token,
  place: view.placeName,
  line: `${view.issuedBy} ${spaced(ago(view.issuedAt, nowMs), '发的').trim()}${view.size === 'large' ? ' · 大字版' : ''}${view.state === 'renewed' ? ' · 已换新' : ''}`,
  open: view.state === 'open',
});
