import { errorTable, type ErrorCode } from '../contracts/error';
import { loadingRefusal, staleLine } from '../text/errors';

/** Why a page cannot be shown, each with a way on of its own: ask again, go back, be known first, put on another hat. */
export type Failure = 'failed' | 'gone' | 'stranger' | 'barred';

/** Where a page is: `empty` has its own words on each page. */
export type Phase = 'loading' | 'ready' | 'empty' | Failure;

export interface Failed {
  readonly phase: Failure;
  readonly problem: string;
}

const ways: Partial<Record<ErrorCode, Failure>> = {
  NOT_SIGNED_IN: 'stranger',
  PHONE_NEEDED: 'stranger',
  FORBIDDEN: 'barred',
};

/** Asking again is offered only where it can help. */
const failureOf = (code: ErrorCode): Failure => (errorTable[code].retry ? 'failed' : (ways[code] ?? 'gone'));

export const failed = (code: ErrorCode): Failed => ({ phase: failureOf(code), problem: loadingRefusal(code) });

/** What a page changes when reading failed: what stands stays where asking again can help, so that nobody loses a number to a weak signal. */
export const unread = (
  stands: boolean,
  code: ErrorCode,
): (Failed & { readonly stale: '' }) | { readonly stale: string } =>
  stands && errorTable[code].retry ? { stale: staleLine(code) } : { ...failed(code), stale: '' };
