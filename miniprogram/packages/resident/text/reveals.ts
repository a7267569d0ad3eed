import type { RevealView } from '../../../contracts/person';
import { ago } from '../../../text/dates';
import { hatName } from '../../../text/person/hats';

export function revealTitle({ byName, hat }: RevealView): string {
  return `${byName}\u00a0· ${hatName(hat)}`;
}

export function revealLine(
  { at, orderNumber = '', placeLabel, isAlert, listReason }: RevealView,
  nowMs: number,
): string {
  if (listReason !== undefined) return `${ago(at, nowMs)}\u00a0· 在名单里拿走，${listReason}`;
  if (isAlert) return `${ago(at, nowMs)}\u00a0· 您在${placeLabel ?? ''}求助，当时告诉了他`;
  return `${ago(at, nowMs)}\u00a0· ${placeLabel === undefined ? `为单号 ${orderNumber}` : `走访${placeLabel}`}`;
}
