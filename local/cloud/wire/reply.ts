import { randomUUID } from 'node:crypto';

/** A reply of the wire. The HTTP status is 200 even for an error; the SDK maps `code` to its own number. */
export type WireAnswer = Record<string, unknown>;

export function success(data: Record<string, unknown>): WireAnswer {
  return { requestId: randomUUID(), data };
}

export function failure(code: string, message: string): WireAnswer {
  return { requestId: randomUUID(), code, message };
}
