/** Who answers for a community's data. */
import type { PrivacyView } from '../../../contracts/privacy';
import { groupedPhone } from '../../../contracts/written-phone';
import { bodyLines } from '../text/privacy';

export interface Body {
  readonly phone: string;
  readonly lines: readonly string[];
  /** Within how many days a complaint is answered. */
  readonly complaintDays: number;
}

/** Null where it is not known whose community it is. */
export function body({ body: view }: PrivacyView): Body | null {
  return view ? { phone: groupedPhone(view.phone), lines: bodyLines(view), complaintDays: view.complaintDays } : null;
}
