import type { ResidentView, VisitOutcome, VisitView } from '../../../contracts/visit';
import { dayName } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { callLabel, outcomeText } from '../text/visits';
import { nameApart } from '../../../text/person/name-apart';
import { hatName } from '../../../text/person/hats';
import { aloneButton, confirmationLine, heardLine, residentKind } from '../text/household';

export interface ResidentRow {
  readonly personId: string;
  readonly name: string;
  readonly kind: string;
  readonly call: string;
  readonly alone: boolean;
  /** Who heard what they said of it, and when; '' where they said it themselves. */
  readonly heard: string;
  /** What the button for it says. */
  readonly aloneText: string;
}

export function residentRow(view: ResidentView): ResidentRow {
  const { personId, alone } = view;
  const name = nameApart(view);
  const said = { alone, heard: heardLine(view), aloneText: aloneButton(alone) };
  return { personId, name, kind: residentKind(view), call: callLabel(name), ...said };
}

export interface VisitRow {
  readonly visitId: string;
  readonly title: string;
  readonly outcome: string;
  readonly tone: string;
  readonly note: string;
  readonly confirmation: string;
}

const tones: Record<VisitOutcome, string> = { well: 'tag-good', help: 'tag-warning', absent: '' };

export function visitRow(view: VisitView): VisitRow {
  const { visitId, day, byName, hat, outcome, note = '' } = view;
  return {
    visitId,
    title: joinParts(dayName(day), `${byName}（${hatName(hat)}）`),
    outcome: outcomeText(outcome),
    tone: tones[outcome],
    note,
    confirmation: confirmationLine(view),
  };
}
