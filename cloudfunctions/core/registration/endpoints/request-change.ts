import type { ChangeView } from '../../../../miniprogram/contracts/person';
import { deliver, deliverMissing } from '../../message/notify';
import { signedInEndpoint } from '../../access/endpoint';
import type { SignedIn } from '../../access/caller';
import { checkTexts } from '../../platform/content';
import { areaCodeOf } from '../../person/phone';
import { communities } from '../../place/community';
import type { Context } from '../../platform/context';
import { derivedId, timeKey } from '../../platform/ids';
import { readPersonPhone } from '../../platform/input/phone';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { object, optional, personName, personPhone, platformCode, requestId } from '../../platform/validation';
import { announceChange } from '../announce-change';
import { changeRequests, changeView, type ChangeRequest, type ContactFields } from '../change-request';
import { readOwnRequests } from '../own-requests';

interface Input {
  readonly name?: string;
  readonly phone?: string;
  readonly phoneCode?: string;
}

/**
 * Asks for another name or number, which staff decide on; until then, and in what happened, the old one stands.
 * From somebody's second write beside orders on, one write less.
 * Cost: 2 reads, 3 writes; to notify, 1 read, 1 write.
 */
export const requestChange = signedInEndpoint({
  name: 'person.requestChange',
  input: object({
    name: optional(personName),
    phone: optional(personPhone),
    phoneCode: optional(platformCode),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const [asked, community] = await Promise.all([
      readOwnRequests(context, caller.login.personId),
      context.database.get(communities, caller.login.communityId),
    ]);
    if (!community) return refuse('NOT_FOUND');
    for (const one of asked) {
      const replay = replayOf([one.request], context.request, () => one);
      if (replay) return replay.ok ? answerAgain(context, replay.data) : replay;
    }
    if (asked.some(({ kind, state }) => kind === 'contact' && state === 'open')) return refuse('ALREADY_PROPOSED');
    const wanted = await readWanted(context, caller, input, areaCodeOf(community.office.phone));
    if (!wanted.ok) return wanted;
    const { change, messages } = announceChange(community, caller, buildChange(context, caller, wanted.data));
    if (await context.database.insert(changeRequests, change)) await deliver(context, messages);
    return done(changeView(change));
  },
});

/** What the first call could not tell is told now. */
async function answerAgain(context: Context, change: ChangeRequest): Promise<Result<ChangeView>> {
  await deliverMissing(context, change.outbox ?? []);
  return done(changeView(change));
}

/** What really differs from what is known, read and checked. */
async function readWanted(
  context: Context,
  { login }: SignedIn,
  { name, ...typed }: Input,
  areaCode: string,
): Promise<Result<ChangeRequest['wanted']>> {
  const refused = await checkTexts(context, { name });
  if (refused) return refused;
  const number = await readNumber(context, typed, areaCode);
  if (!number.ok) return number;
  const isOtherNumber = number.data.phone !== undefined && number.data.phone !== login.phone;
  const isOtherName = name !== undefined && name !== login.name;
  if (!isOtherName && !isOtherNumber) return refuse('INVALID_INPUT', name === undefined ? 'phone' : 'name');
  return done({ ...(isOtherName && { name }), ...(isOtherNumber && number.data) });
}

/** A number that was only typed is the office's word, once staff asked about it. */
async function readNumber(
  { openapi, openid }: Context,
  { phone, phoneCode }: Pick<Input, 'phone' | 'phoneCode'>,
  areaCode: string,
): Promise<Result<Partial<ContactFields>>> {
  if (phoneCode !== undefined) {
    const answer = await openapi.phoneNumber(openid, phoneCode);
    if (answer === 'refused') return refuse('PHONE_CODE_REFUSED', 'phoneCode');
    return answer === 'failed' ? refuse('BUSY') : done({ phone: answer.phone, phoneSource: 'wechat' });
  }
  const reading = phone === undefined ? undefined : readPersonPhone(phone, areaCode);
  if (!reading?.ok) return done({});
  const { number, extension } = reading.value;
  return done({ phone: number, phoneSource: 'office', ...(extension !== undefined && { phoneExtension: extension }) });
}

function buildChange(context: Context, { login }: SignedIn, wanted: ChangeRequest['wanted']): ChangeRequest {
  const { communityId, personId, name, phone, phoneVerified, home } = login;
  const _id = derivedId('q', context.openid, context.requestId);
  const at = context.clock.now();
  const path = home?.path ?? communityId;
  return {
    _id,
    communityId,
    kind: 'contact',
    state: 'open',
    personId,
    openid: context.openid,
    path,
    scopes: path.split('/'),
    at,
    timeKey: timeKey(at, _id),
    before: { name, phone, phoneSource: phoneVerified ? 'office' : 'typed' },
    wanted,
    hats: [],
    decision: null,
    request: context.request,
  };
}
