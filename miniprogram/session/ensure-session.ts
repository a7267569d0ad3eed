/** For pages that are reached before the first screen: by a QR, or from a message. */
import * as people from '../services/person';
import { isSessionUnknown, withSessionSaved } from './session';

let pending: Promise<void> | undefined;

/** Asks once who holds this phone, if that was never asked; later visits know it from the start. */
export function ensureSession(): Promise<void> {
  if (!isSessionUnknown()) return Promise.resolve();
  pending ??= people.getSession().then((reply) => {
    withSessionSaved(reply);
    pending = undefined;
  });
  return pending;
}
