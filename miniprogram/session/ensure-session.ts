/** For pages that are reached before the first screen: by a QR, or from a message. */
import type { ErrorCode } from '../contracts/error';
import * as people from '../services/person';
import { isSessionUnknown, withSessionSaved } from './session';

let pending: Promise<ErrorCode | undefined> | undefined;

/**
 * Asks once who holds this phone, if that was never asked; later visits know it from the start.
 * @returns why it is not known yet
 */
export async function ensureSession(): Promise<ErrorCode | undefined> {
  if (!isSessionUnknown()) return undefined;
  pending ??= people.getSession().then((reply) => {
    withSessionSaved(reply);
    pending = undefined;
    return reply.ok ? undefined : reply.code;
  });
  return pending;
}
