import { buildLogin } from '../../access/build-login';
import { endpoint } from '../../access/endpoint';
import { loginSessionView } from '../../access/session-view';
import { loginsWithInbox } from '../../access/login';
import { people } from '../../person/person';
import { branches, firstBranch } from '../../branch/branch';
import { communities } from '../../place/community';
import { posts } from '../../place/post';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { line, object, personName, personPhone, requestId, v } from '../../platform/validation';
import { limits } from '../../../../miniprogram/contracts/limits';
import { firstCommunity } from '../first-community';
import { isValid, readSetupCode, useSetupCode } from '../setup-code';

const refused = refuse('SETUP_CODE_REFUSED', 'code');
const shortLine = line(limits.officeName);

/**
 * Whoever has the code that the deployment printed names the community and its office, and becomes its administrator;
 * all of it is written together with the code's use, so that a code serves once.
 * Cost: 2 reads, 8 writes.
 */
export const claimSetup = endpoint({
  name: 'setup.claim',
  input: object({
    code: v.pipe(v.string(), v.regex(/^[\w -]{12,40}$/)),
    name: personName,
    phone: personPhone,
    communityName: shortLine,
    street: shortLine,
    officePhone: personPhone,
    officeAddress: line(limits.officeAddress),
    hoursText: line(limits.officeHours),
    dutyName: personName,
    dutyPhone: personPhone,
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, actor, { code, ...input }) {
    const { login } = actor;
    const replay = login && replayOf(login.recentRequests, context.request, () => loginSessionView(login));
    if (login) return replay ?? refused;
    const { name, communityName, street, officeAddress, hoursText, dutyName } = input;
    const refusal = await checkTexts(context, { name, communityName, street, officeAddress, hoursText, dutyName });
    if (refusal) return refusal;
    const at = context.clock.now();
    const { community, person, post } = firstCommunity(context.openid, input, at);
    return context.database.transaction(async (transaction) => {
      const stored = await readSetupCode(transaction);
      if (!isValid(stored, code, at)) return (await answerTwin(context, transaction)) ?? refused;
      await useSetupCode(transaction, context.openid, at);
      await transaction.insert(communities, community);
      await transaction.insert(branches, firstBranch(community));
      await transaction.insert(people, person);
      await transaction.insert(posts, post);
      const built = buildLogin({ openid: context.openid, person, posts: [post], community });
      const made = { ...built, recentRequests: [context.request] };
      await transaction.insert(loginsWithInbox, made);
      return done(loginSessionView(made));
    });
  },
});

/** The same call, delivered twice at one moment: whichever comes second answers what the first wrote. */
async function answerTwin({ openid, request }: Context, transaction: Transaction) {
  const login = await transaction.get(loginsWithInbox, openid);
  return login && replayOf(login.recentRequests, request, () => loginSessionView(login));
}
