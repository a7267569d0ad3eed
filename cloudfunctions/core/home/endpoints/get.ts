import { cityHotline } from '../../../../miniprogram/contracts/limits';
import { endpoint } from '../../access/endpoint';
import { sessionView } from '../../access/session-view';
import { done } from '../../platform/result';
import { object } from '../../platform/validation';
import { readHomeBody } from '../body';

/** The first screen, whole, in one call; it follows the hat in use. At most three reads. */
export const getHome = endpoint({
  name: 'home.get',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run(context, actor) {
    const body = actor.login ? await readHomeBody(context, actor) : ({ for: 'visitor', hotline: cityHotline } as const);
    return done({ session: sessionView(actor), body });
  },
});
