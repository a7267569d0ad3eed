import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { cardToken, mobile, object, optional, personName, platformCode, requestId } from '../../platform/validation';
import { endpoint } from '../../access/endpoint';
import { findImported } from '../find-imported';
import { rebindOrders } from '../../order/flow/rebind-orders';
import { buildNewcomer, type Registration } from '../newcomer';
import { saveLogin } from '../save-login';
import { loginSessionView } from '../../access/session-view';

interface Input {
  readonly token?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly phoneCode?: string;
}

/**
 * Makes a login, or binds it to the person who was imported with the phone number that WeChat verified. A typed number
 * binds to nobody: it makes a new person at the card's place, who is called back before anybody is sent.
 * Cost: 6 reads, 2 writes.
 */
export const registerPerson = endpoint({
  name: 'person.register',
  input: object({
    token: optional(cardToken),
    name: optional(personName),
    phone: optional(mobile),
    phoneCode: optional(platformCode),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'inCaller',
  async run(context, actor, input) {
    const { login } = actor;
    if (login) {
      const replay = replayOf(login.recentRequests, context.request, () => loginSessionView(login));
      if (replay) return replay;
      if (input.phoneCode === undefined) return done(loginSessionView(login));
    }
    const registration = await readRegistration(context, input);
    if (!registration.ok) return registration;
    const sources =
      (await findImported(context, registration.data, actor.login?.personId)) ??
      (await buildNewcomer(context, actor, registration.data));
    if ('code' in sources) return sources;
    const saved = await saveLogin(context, sources);
    if (!saved.ok) return saved;
    if (actor.login && actor.login.personId !== saved.data.personId)
      await rebindOrders(context, actor.login.personId, saved.data);
    return done(loginSessionView(saved.data));
  },
});

/** Who they say they are, with the number that can be trusted as far as `verified` says. */
async function readRegistration(
  context: Context,
  { token, name, phone, phoneCode }: Input,
): Promise<Result<Registration>> {
  if (phoneCode === undefined && phone === undefined) return refuse('PHONE_NEEDED', 'phone');
  const refusal = await checkTexts(context, { name });
  if (refusal) return refusal;
  const about = { ...(token !== undefined && { token }), ...(name !== undefined && { name }) };
  if (phoneCode === undefined)
    return phone === undefined ? refuse('PHONE_NEEDED', 'phone') : done({ ...about, phone, verified: false });
  const answer = await context.openapi.phoneNumber(context.openid, phoneCode);
  if (answer === 'refused') return refuse('PHONE_CODE_REFUSED', 'phoneCode');
  return answer === 'failed' ? refuse('BUSY') : done({ ...about, phone: answer.phone, verified: true });
}
