/** What a scanned card says. */
import type { CardView } from '../../../contracts/card';
import { dutyLine } from '../../../text/card/call';
import { monthDay } from '../../../text/dates';
import { joinParts } from '../../../text/join';

/** A number as it is read out: `0351-555 0112`, `138 0000 0021`. */
export function spokenPhone(phone: string): string {
  return phone.replace(/^(0\d{2,3}-)(\d{3})(\d{4,5})$/, '$1$2 $3').replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3');
}

export function dutyHours(isOnDuty: boolean, hours: string): string {
  return joinParts(dutyLine(isOnDuty), hours);
}

/** The office answers in its hours alone; the duty phone answers at any time. */
/** Who answers, and beneath it the number, to be written down for another phone. */
export function dutyLines(phone: string): string {
  return `社区值班\n${spokenPhone(phone)}`;
}

export function officeLines(phone: string): string {
  return `社区办公室\n${spokenPhone(phone)}`;
}

export function officeNote(dutyPhone: string): string {
  return `下班以后打社区值班 ${spokenPhone(dutyPhone)}。`;
}

/** A number that was mistyped, or that no card has. */
export const noSuchNumber = '没有这个号，对着卡上的 12 位再看一遍';

export function revokedLine(view: Extract<CardView, { state: 'revoked' }>): string {
  return `${monthDay(view.revokedOn)}起，这一张不用了。`;
}

export function renewedLine(view: Extract<CardView, { state: 'renewed' }>): string {
  return `${monthDay(view.renewedOn)}换的新卡，这一张不用了。`;
}
