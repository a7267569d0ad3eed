import type { RevealView } from '../../../contracts/person';
import { ago } from '../../../text/dates';
import { hatName } from '../../../text/person/hats';

export function revealTitle({ byName, hat }: RevealView): string {
  return `${byName} · ${hatName(hat)}`;
}

export function revealLine({ at, orderNumber }: RevealView, nowMs: number): string {
  return `${ago(at, nowMs)} · 为单号 ${orderNumber}`;
}
