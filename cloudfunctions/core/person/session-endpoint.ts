import { object } from '../platform/validation';
import { done } from '../platform/result';
import { endpoint } from './endpoint';
import { sessionOf } from './session';

/** Who the caller is, and which hats they may wear. One read. */
export const openSession = endpoint({
  name: 'person.session',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run(_context, actor) {
    return done(sessionOf(actor));
  },
});
