import type { ErrorCode } from '../../../../miniprogram/contracts/error';
import { isWindowOpen, signCode } from '../../../../miniprogram/contracts/sign-code';
import type { Activity } from '../activity';
import { rollFault } from './roll';
import { mayMarkAt } from './times';

/** A code as it was scanned. */
export interface ScannedCode {
  readonly window: number;
  readonly code: string;
}

/**
 * Why a code signs nobody in at an activity now; null where it does. A code is one activity's alone, since it is made
 * of that one's secret and id; one of a window that is over says so, wherever it came from.
 */
export function signInFault(activity: Activity, { window, code }: ScannedCode, now: Date): ErrorCode | null {
  const fault = rollFault(activity);
  if (fault) return fault;
  if (activity.signSecret === undefined || signCode(activity.signSecret, activity._id, window) !== code)
    return 'SIGN_CODE_REFUSED';
  if (!mayMarkAt(activity, now)) return 'MARK_TOO_EARLY';
  return isWindowOpen(window, now.getTime()) ? null : 'SIGN_CODE_OVER';
}
