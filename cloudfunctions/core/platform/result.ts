import type { ErrorCode, OrderName } from '../../../miniprogram/contracts/error';

/** An expected refusal: a code of the closed table and, where one is to blame, the input's field (`photos.1`). */
export interface Refusal {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly field?: string;
  /** From when on the same may be asked again, as an ISO time; only with `TOO_MANY`. */
  readonly retryAt?: string;
  /** How many tries are left; only with `WRONG_CODE`. */
  readonly left?: number;
  /** The open order that says the same; only with `DUPLICATE_ORDER`. */
  readonly order?: OrderName;
}

/** What an endpoint, a rule or a transaction answers. Refusals are values; only the unexpected is thrown. */
export type Result<T> = { readonly ok: true; readonly data: T } | Refusal;

export function done<T>(data: T): Result<T> {
  return { ok: true, data };
}

/** Too much of it for now; `retryAt` says from when on it works again. */
export function refuseUntil(retryAt: Date, field?: string): Refusal {
  const refusal: Refusal = { ok: false, code: 'TOO_MANY', retryAt: retryAt.toISOString() };
  return field === undefined ? refusal : { ...refusal, field };
}

/** An open order says the same already. */
export function refuseDuplicate(order: OrderName): Refusal {
  return { ...refuse('DUPLICATE_ORDER'), order };
}

/** A code that is none of these; after so many more it is used up. */
export function refuseCode(left: number, field: string): Refusal {
  return { ...refuse('WRONG_CODE', field), left: Math.max(0, left) };
}

/** For `TOO_MANY` there is `refuseUntil`, which says from when on it works again. */
export function refuse(code: ErrorCode, field?: string): Refusal {
  return field === undefined ? { ok: false, code } : { ok: false, code, field };
}
