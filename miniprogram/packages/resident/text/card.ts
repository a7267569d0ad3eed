/** What a scanned card says. */
import type { CardView } from '../../../contracts/card';
import { groupedPhone } from '../../../contracts/written-phone';
import { dutyLine, officeText } from '../../../text/card/call';
import { monthDay } from '../../../text/dates';
import { joinParts } from '../../../text/join';

export function dutyHours(isOnDuty: boolean, hours: string): string {
  return joinParts(dutyLine(isOnDuty), hours);
}

/** Who answers, and beneath it the number, to be written down for another phone. */
export function dutyLines(phone: string): string {
  return `社区值班\n${groupedPhone(phone)}`;
}

export function officeLines(phone: string, isOnDuty: boolean): string {
  return `${officeText(isOnDuty)}\n${groupedPhone(phone)}`;
}

/** The office answers in its hours alone; the duty phone answers at any time. */
export function officeNote(dutyPhone: string, isOnDuty: boolean): string {
  return `${isOnDuty ? '下班以后' : '下班了，现在'}打社区值班 ${groupedPhone(dutyPhone)}。`;
}

/** A number that was mistyped, or that no card has. */
export const noSuchNumber = '没有这个号，对着卡上的 12 位再看一遍';

export function revokedLine(view: Extract<CardView, { state: 'revoked' }>): string {
  return `${monthDay(view.revokedOn)}起，这一张不用了。`;
}

export function renewedLine(view: Extract<CardView, { state: 'renewed' }>): string {
  return `${monthDay(view.renewedOn)}换的新卡，这一张不用了。`;
}
