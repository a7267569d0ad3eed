import { errorTable, type ErrorCode } from '../contracts/error';
import { loadingRefusal, staleLine } from '../text/errors';

/**
 * Why a page cannot be shown, each with a way on of its own: ask again, go back, be known first, put on another hat.
 */
export type Failure = 'failed' | 'notFound' | 'signedOut' | 'forbidden';

/** Where a page is: `empty` has its own words on each page. */
export type Phase = 'loading' | 'ready' | 'empty' | Failure;

export interface LoadFailure {
  readonly phase: Failure;
  readonly problem: string;
}

const failures: Partial<Record<ErrorCode, Failure>> = {
  NOT_SIGNED_IN: 'signedOut',
  PHONE_NEEDED: 'signedOut',
  FORBIDDEN: 'forbidden',
};

/** Asking again is offered only where it can help. */
const failureOf = (code: ErrorCode): Failure => (errorTable[code].retry ? 'failed' : (failures[code] ?? 'notFound'));

export function loadFailure(code: ErrorCode): LoadFailure {
  return {
    phase: failureOf(code),
    problem: loadingRefusal(code),
  };
}

/**
 * What a page changes when reading failed. `isShown`: it shows what it read before, which stays where asking again can
 * help, so that nobody loses a number to a weak signal.
 */
export function readFailure(
  isShown: boolean,
  code: ErrorCode,
): (LoadFailure & { readonly stale: '' }) | { readonly stale: string } {
  return isShown && errorTable[code].retry ? { stale: staleLine(code) } : { ...loadFailure(code), stale: '' };
}
