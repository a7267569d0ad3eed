import type { ResidentView, VisitView } from '../../../contracts/visit';
import { dayName, dayTime } from '../../../text/dates';
import { joinParts } from '../../../text/join';

/** `租户 · 独居`. */
export function residentKind({ tenant, alone }: ResidentView): string {
  return joinParts(tenant ? '租户' : undefined, alone ? '独居' : undefined);
}

export function aloneButton(alone: boolean): string {
  return alone ? '他说不用记独居了' : '他说一个人住';
}

/** `11 月 21 日 赵慧敏听他说的`; '' where they said it themselves, on their own phone. */
export function heardLine({ alone, heard }: ResidentView): string {
  if (heard === undefined) return '';
  return `${dayTime(heard.at)} ${heard.byName}${alone ? '听他说的' : '听他说不用记了'}`;
}

/** Asked before it is written down: nobody's word but their own. */
export function aloneQuestion({ name, alone }: { readonly name: string; readonly alone: boolean }) {
  return alone
    ? {
        title: `${name}说不用记独居了？`,
        content: '本人说的才算。记下是您听到的，走访和先办照旧。',
        confirmText: '记下',
      }
    : {
        title: `${name}说自己一个人住？`,
        content: '本人愿意才能记。记下是您听到的；往后多走访，他的事先办。他随时能收回。',
        confirmText: '记下',
      };
}

export function aloneResult(alone: boolean): string {
  return alone ? '记下了，是您听到的' : '记下了，不算独居了';
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
