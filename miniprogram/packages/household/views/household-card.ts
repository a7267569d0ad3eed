import type { HouseholdView } from '../../../contracts/visit';
import { pickerDay } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { nameApart } from '../../../text/person/name-apart';
import { callLabel, dueLine, isDue, lastLine, plannedLine, residentsLine } from '../text/visits';

/** A household as a list draws it. */
export interface HouseholdCard {
  readonly placeId: string;
  readonly label: string;
  readonly residents: string;
  readonly alone: boolean;
  readonly last: string;
  /** By when somebody goes again, and who means to. */
  readonly due: string;
  readonly isDue: boolean;
  /** Whom the telephone calls; '' where nobody is registered. */
  readonly personId: string;
  readonly call: string;
}

export function householdCard(view: HouseholdView, nowMs: number): HouseholdCard {
  const today = pickerDay(nowMs);
  const { placeId, label, alone, planned, residents } = view;
  const [callee] = residents;
  return {
    placeId,
    label,
    residents: residentsLine(view),
    alone,
    last: lastLine(view),
    due: joinParts(dueLine(view, today), plannedLine(planned) || undefined),
    isDue: isDue(view, today),
    personId: callee?.personId ?? '',
    call: callee === undefined ? '' : callLabel(nameApart(callee)),
  };
}
