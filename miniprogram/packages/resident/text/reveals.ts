import type { RevealView } from '../../../contracts/person';
import { ago } from '../../../text/dates';
import { hatName } from '../../../text/person/hats';

export function revealTitle({ byName, hat }: RevealView): string {
  return `${byName}\u00a0· ${hatName(hat)}`;
}

export function revealLine({ at, orderNumber = '', placeLabel }: RevealView, nowMs: number): string {
  return `${ago(at, nowMs)}\u00a0· ${placeLabel === undefined ? `为单号 ${orderNumber}` : `走访${placeLabel}`}`;
}
