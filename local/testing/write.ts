import type { EndpointName } from '../../miniprogram/contracts/api';
import type { Action } from './openings';

/** What somebody enters on a page that writes, up to the touch that sends it. */
export interface Write extends Omit<Action, 'says'> {
  /** What the touch asks the cloud for. */
  readonly sends: EndpointName;
  /** WeChat asks before the first touch whether it may. */
  readonly asksConsent?: true;
  /** What the page says instead of the usual when it was not sent. */
  readonly unsent?: RegExp;
}
