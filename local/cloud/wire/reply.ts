import { randomUUID } from 'node:crypto';

/** A reply of the wire. The HTTP status is 200 even for an error; the SDK maps `code` to its own number. */
export type WireAnswer = Record<string, unknown>;

export const success = (data: Record<string, unknown>): WireAnswer => ({ requestId: randomUUID(), data });

export const failure = (code: string, message: string): WireAnswer => ({ requestId: randomUUID(), code, message });
