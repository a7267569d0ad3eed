/** What a household's card begins: a call, and a visit that is written down. */
import type { Reply } from '../../../contracts/error';
import type { HouseholdView } from '../../../contracts/visit';
import type { ReasonInput } from '../../../services/moves';
import { nowMs } from '../../../services/platform/clock';
import * as visits from '../services/visit';
import { pickerDay } from '../../../text/dates';
import { refusalOf } from '../../../text/errors';
import { visitOutcome } from '../text/visits';
import { dial } from '../../../page/dial';
import { showToast } from '../../../page/toast';

/** Calls somebody who lives there; they see who looked at their number. */
export async function callResident(placeId: string, personId: string): Promise<void> {
  const reply = await visits.revealPhone(placeId, personId);
  if (reply.ok) dial(reply.data.phone);
  else showToast(refusalOf(reply));
}

/** Writes down what the sheet asked for; the visit is today's, unless it says another day. */
export function recordVisit(
  placeId: string,
  { reason = '', words }: ReasonInput,
  day = pickerDay(nowMs()),
): Promise<Reply<HouseholdView>> {
  const outcome = visitOutcome(reason) ?? 'well';
  return visits.record({ placeId, day, outcome, note: words });
}
