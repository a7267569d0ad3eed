import type { SessionView } from '../../../../miniprogram/contracts/person';
import type { LoginSources } from '../../access/build-login';
import type { Login } from '../../access/login';
import { loginsWithOutbox } from '../../message/login-outbox';
import { deliver, deliverMissing } from '../../message/notify';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import {
  cardToken,
  object,
  optional,
  personName,
  personPhone,
  platformCode,
  requestId,
} from '../../platform/validation';
import { endpoint } from '../../access/endpoint';
import { readPersonPhone } from '../../platform/input/phone';
import { findByPhone, type FoundByPhone } from '../find-by-phone';
import { newsOfLogin, secondFactorOf } from '../second-factor';
import { rebindOrders } from '../../order/flow/rebind-orders';
import { buildNewcomer, type Registration } from '../newcomer';
import { newsOfRelease } from '../release-logins';
import { saveLogin } from '../save-login';
import { loginSessionView } from '../../access/session-view';

interface Input {
  readonly token?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly phoneCode?: string;
}

/**
 * Makes a login, or binds it to the person whose phone number it is that WeChat verified. A typed number binds to
 * nobody: it makes a new person at the card's place, who is called back before anybody is sent. Whoever had typed a
 * number that is proved to be somebody else's loses its trust. Name and number of somebody who is known change by
 * request alone; hats that post, reveal or sign wait for the second factor. Who proved a number that the office has
 * corrected since is let go, once somebody proves the right one.
 * Cost: 5 reads, 4 writes.
 */
export const registerPerson = endpoint({
  name: 'person.register',
  input: object({
    token: optional(cardToken),
    name: optional(personName),
    phone: optional(personPhone),
    phoneCode: optional(platformCode),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, actor, input) {
    const { login } = actor;
    if (login) {
      const replay = replayOf(login.recentRequests, context.request, () => login);
      if (replay) return replay.ok ? answerAgain(context, login) : replay;
      if (input.phoneCode === undefined && login.phone !== '') return done(loginSessionView(login));
    }
    const registration = await readRegistration(context, input);
    if (!registration.ok) return registration;
    const found = await findByPhone(context, registration.data, login);
    if (found.isNameNeeded)
      return login?.phoneVerified ? refuse('CHANGE_BY_REQUEST', 'phoneCode') : refuse('INVALID_INPUT', 'name');
    const sources = found.owner ?? (await buildNewcomer(context, actor, registration.data));
    if ('code' in sources) return sources;
    if (login && changesWhoTheyAre(login, sources)) return refuse('CHANGE_BY_REQUEST', 'phoneCode');
    return bind(context, login, sources, found);
  },
});

/** Somebody for whose number an office or WeChat vouches stays who they are; another number is a request. */
function changesWhoTheyAre(login: Login, { person }: LoginSources): boolean {
  return login.phoneVerified && (person._id !== login.personId || person.phone !== login.phone);
}

async function bind(
  context: Context,
  login: Login | undefined,
  sources: LoginSources,
  { owner, others, typedBy }: FoundByPhone,
): Promise<Result<SessionView>> {
  const isBound = login?.personId === sources.person._id;
  const released = owner?.person.corrected && !isBound ? others : [];
  const stay = released.length > 0 ? [] : others;
  const { heldBack, ask } = owner && !isBound ? await secondFactorOf(context, owner, stay) : {};
  const known = owner && !isBound ? await newsOfLogin(context, owner, stay, ask) : [];
  const messages = [...known, ...newsOfRelease(context, released)];
  const effects = { ask, typedBy, messages, released };
  const saved = await saveLogin(context, { ...sources, ...(heldBack && { heldBack }) }, effects);
  if (!saved.ok) return saved;
  await deliver(context, messages);
  await rebindTo(context, saved.data);
  return done(loginSessionView(saved.data));
}

/** What a call that broke off after its write left undone is done by its repetition. */
async function answerAgain(context: Context, login: Login): Promise<Result<SessionView>> {
  const { outbox = [] } = (await context.database.get(loginsWithOutbox, login._id)) ?? {};
  await deliverMissing(context, outbox);
  await rebindTo(context, login);
  return done(loginSessionView(login));
}

/** What was asked for under a typed number follows its person; a job does what is left. */
async function rebindTo(context: Context, login: Login): Promise<void> {
  if (login.rebinding) await rebindOrders(context, login.rebinding.fromId, login);
}

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
    return phone === undefined ? refuse('PHONE_NEEDED', 'phone') : done({ ...about, ...typed(phone), verified: false });
  const answer = await context.openapi.phoneNumber(context.openid, phoneCode);
  if (answer === 'refused') return refuse('PHONE_CODE_REFUSED', 'phoneCode');
  return answer === 'failed' ? refuse('BUSY') : done({ ...about, phone: answer.phone, verified: true });
}

function typed(text: string): Pick<Registration, 'phone' | 'phoneExtension'> {
  const reading = readPersonPhone(text);
  if (!reading.ok) return { phone: text };
  const { number, extension } = reading.value;
  return { phone: number, ...(extension !== undefined && { phoneExtension: extension }) };
}
