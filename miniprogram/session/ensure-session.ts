/** For pages that are reached before the first screen: by a QR, or from a message. */
import * as people from '../services/person';
import { isUntold, remembered } from './session';

let asked: Promise<void> | undefined;

/** Asks once who holds this phone, if it was never told; later visits know it from the start. */
export function told(): Promise<void> {
  if (!isUntold()) return Promise.resolve();
  asked ??= people.session().then((reply) => {
    remembered(reply);
    asked = undefined;
  });
  return asked;
}
