import type { ResidentView, VisitView } from '../../../contracts/visit';
import { joinParts } from '../../../text/join';
import { dayName } from '../../../text/person/visits';

/** `租户 · 独居`. */
export function residentKind({ tenant, alone }: ResidentView): string {
  return joinParts(tenant ? '租户' : undefined, alone ? '独居' : undefined);
}

export function plannedResult(day: string): string {
  return day === '' ? '不定日子了' : `定在 ${dayName(day)}`;
}

/** What became of a courtyard head's visit; '' of everybody else's. */
export function confirmationLine({ confirmation, confirmedBy = '' }: VisitView): string {
  switch (confirmation) {
    case 'asked':
      return '等住户或者网格员点头';
    case 'confirmed':
      return `${confirmedBy}点了头`;
    case 'denied':
      return `${confirmedBy}说没来过`;
    case 'lapsed':
      return '没有人点头，过了日子';
    default:
      return '';
  }
}
