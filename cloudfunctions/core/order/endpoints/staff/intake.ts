import { reaches } from '../../../access/caller';
import { logins } from '../../../access/login';
import { signedInEndpoint } from '../../../access/endpoint';
import { people } from '../../../person/person';
import { areaCodeOf, isVouchedFor } from '../../../person/phone';
import { readPersonPhone } from '../../../platform/input/phone';
import type { Community } from '../../../place/community';
import { checkTexts, findDoubts } from '../../../platform/content';
import type { Context } from '../../../platform/context';
import { derivedId } from '../../../platform/ids';
import { refuse } from '../../../platform/result';
import { id, object, optional, personName, personPhone, requestId, v } from '../../../platform/validation';
import type { PlaceRef } from '../../../place/place';
import { createFinishCode } from '../../document/finish-code';
import { category, orderWords, visitTime } from '../../flow/inputs';
import { offeredCategory } from '../../rules/categories';
import { buildOrder } from '../../document/create-order';
import { readHead } from '../../flow/read-head';
import type { Requester } from '../../document/order';
import { requesterKindOf } from '../../document/requester-kind';
import { withDoubtedParts } from '../../flow/doubts';
import { insertOrder } from '../../flow/order-store';
import { limitsOfIntake, wantedIntakeSlots } from '../../limits/daily-limit';
import { defaultDailyLimits, type DailyLimits } from '../../limits/policy';
import { comparableText } from '../../matching/text-similarity';
import { orderPlace, orderPlaceLookUps } from '../../flow/order-place';

/** So many people share a number at most (an old couple, their children). */
const maxSharing = 5;

/**
 * Staff write down an order that came by phone. Somebody without WeChat is called back when it is done, by staff
 * who had no hand in it; somebody who has WeChat finds the order there, and confirms it there.
 * The same words of the same number and courtyard a second time are refused while the first order is open, unless
 * `anyway`; that costs 3 reads more.
 * Whether it is private is what the caller said, or else what its category decides.
 * A known person who has WeChat costs one read more.
 * An errand costs one read more, for the head of its courtyard.
 * Cost: 2 reads, 1 write.
 */
export const intakeOrder = signedInEndpoint({
  name: 'order.intake',
  input: object({
    category,
    words: orderWords,
    when: visitTime,
    name: personName,
    phone: personPhone,
    placeId: id,
    private: optional(v.boolean()),
    anyway: optional(v.boolean()),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'inDocument',
  lookUps: ({ placeId }, { request, clock }) =>
    orderPlaceLookUps({ placeId }, wantedIntakeSlots(request.requestKey, clock.now())),
  async run(context, caller, input) {
    const at = context.clock.now();
    const limitsOf = (limits: DailyLimits) => limitsOfIntake(caller.login.personId, limits, at);
    const found = orderPlace(context, caller, { placeId: input.placeId });
    if (!found.ok) return found;
    const { community, place, taken } = found.data;
    if (!reaches(caller, { communityId: community._id, path: place.path })) return refuse('FORBIDDEN', 'placeId');
    const offered = offeredCategory(community.policy.order, input.category);
    if (!offered) return refuse('INVALID_INPUT', 'category');
    const [doubted, refused, requester] = await Promise.all([
      findDoubts(context, { words: input.words }),
      checkTexts(context, { name: input.name }),
      callerOf(context, community, input),
    ]);
    if (!doubted.ok) return doubted;
    if (refused) return refused;
    const { personId, name } = caller.login;
    const isErrand = offered.kind === 'agency';
    const head = isErrand ? await readHead(context, place) : undefined;
    const draft = {
      ...(head && { head }),
      _id: derivedId('o', context.openid, context.requestId),
      category: input.category,
      words: input.words,
      when: input.when,
      ...(input.private !== undefined && { private: input.private }),
      place,
      requester,
      source: 'phone',
      photos: [],
      finishCode: createFinishCode(context.ids),
      by: { personId, name, hat: caller.hat.hat },
      request: context.request,
      ...(input.anyway !== true && { duplicateKey: duplicateKeyOf(requester, place, input.words) }),
    } as const;
    const slots = { limits: limitsOf(community.policy.order.limits ?? defaultDailyLimits), taken };
    const made = withDoubtedParts(buildOrder(draft, community, at), doubted.data, at);
    return insertOrder(context, caller, made, slots);
  },
});

/** The same for calls that a person would call the same. */
function duplicateKeyOf({ phone, phoneExtension = '' }: Requester, place: PlaceRef, words: string): string {
  const where = place.courtyardId ?? place.placeId;
  return derivedId('same:', phone, phoneExtension, where, comparableText(words));
}

/**
 * Somebody whom the community knows by this number and name is that person, so that their orders stand together; else a
 * new one. Who typed the number themselves is known by nobody. One read, and one more for the login of somebody who has
 * WeChat.
 */
async function callerOf(
  { database }: Context,
  { _id: communityId, office }: Community,
  { name, phone: typed }: { name: string; phone: string },
): Promise<Requester> {
  const reading = readPersonPhone(typed, areaCodeOf(office.phone));
  const { number: phone, extension } = reading.ok ? reading.value : { number: typed };
  const known = await database.find(people, { where: { communityId, phone }, limit: maxSharing });
  const person = known.find((one) => one.name === name && isVouchedFor(one));
  const login = person?.reachable
    ? (await database.find(logins, { where: { personId: person._id }, limit: 1 })).at(0)
    : undefined;
  const kind = requesterKindOf({ alone: person?.alone === true, kinds: person?.kinds ?? [] });
  return {
    personId: person?._id ?? derivedId('c', communityId, phone, name),
    name,
    phone,
    ...(extension !== undefined && { phoneExtension: extension }),
    openid: login?._id ?? null,
    kind,
    verified: true,
  };
}
