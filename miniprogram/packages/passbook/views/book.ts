import type { PassbookView, PointUnit } from '../../../contracts/passbook';
import type { Choice } from '../../../text/choice';
import { pickerDay } from '../../../text/dates';
import {
  alarmInBook,
  balanceName,
  balanceOn,
  effectiveLine,
  ownerLine,
  sealLines,
  timesThisYear,
} from '../text/entries';
import { pointsText, unitChoices } from '../../../text/passbook/points';

/** The cover of a passbook. */
export interface Book {
  readonly personId: string;
  readonly name: string;
  readonly line: string;
  /** The branch that writes the book, as its round seal breaks it. */
  readonly seal: readonly string[];
  readonly unit: PointUnit;
  readonly units: readonly Choice<PointUnit>[];
  /** The day at whose end it is shown, `2026-10-31`; '' for now. */
  readonly on: string;
  /** The last day that can be chosen. */
  readonly today: string;
  readonly balanceName: string;
  readonly balance: string;
  /** Which day the balance of a day goes by; '' for now. */
  readonly effective: string;
  readonly times: string;
  /** What a night found in it and nobody has settled; '' for nothing. */
  readonly alarm: string;
  /** '' where nothing was sealed yet. */
  readonly checkCode: string;
}

export function book(view: PassbookView, nowMs: number): Book {
  const { personId, name, unit, units } = view;
  return {
    personId,
    name,
    unit,
    line: ownerLine(unit, view.memberClass),
    seal: sealLines(view.branchName),
    units: unitChoices(units),
    on: view.on ?? '',
    today: pickerDay(nowMs),
    balanceName: view.on === undefined ? balanceName(unit, units.length) : balanceOn(view.on),
    balance: pointsText(view.balance),
    effective: effectiveLine(view),
    times: timesThisYear(view.countThisYear),
    alarm: view.alarm ? alarmInBook(view.alarm) : '',
    checkCode: view.checkCode ?? '',
  };
}
