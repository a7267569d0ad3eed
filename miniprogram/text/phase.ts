import type { ErrorCode } from '../contracts/error';
import { loadingRefusal } from './errors';

/** Where a page is: `empty` has its own words on each page. */
export type Phase = 'loading' | 'ready' | 'empty' | 'failed';

export interface Failed {
  readonly phase: 'failed';
  readonly problem: string;
}

export const failed = (code: ErrorCode): Failed => ({ phase: 'failed', problem: loadingRefusal(code) });
