import type { SlipCheckView } from '../../../contracts/slip';
import { offlineLines, offlineTitle, verdictLines, verdictTitle, type Remembered } from '../text/check-slip';
import type { ReadSlipCode } from './slip-code';

/** What verifying came to, as it is shown and read out. */
export interface SlipVerdict {
  readonly title: string;
  readonly lines: readonly string[];
  /** All is as it was, as far as it was looked at. */
  readonly sound: boolean;
}

export function slipVerdict(view: SlipCheckView): SlipVerdict {
  return { title: verdictTitle(view.wrong), lines: verdictLines(view), sound: view.wrong === undefined };
}

/** What the phone alone can tell. */
export function offlineVerdict({ month, sequence }: ReadSlipCode, remembered: Remembered): SlipVerdict {
  return {
    title: offlineTitle(remembered),
    lines: offlineLines(month, sequence, remembered),
    sound: remembered !== 'other',
  };
}
