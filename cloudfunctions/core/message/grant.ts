import { messageTemplates } from '../../../miniprogram/contracts/message';
import { signedInEndpoint } from '../person/endpoint';
import { logins } from '../person/login';
import { isRepeated, remember } from '../person/recent';
import { done, refuse } from '../platform/result';
import { object, requestId, v } from '../platform/validation';
import { creditOf, type Credits } from './message';

/** More grants than this are not counted: nobody is sent so many messages. */
const mostCredits = 50;

/** Counts what the person answered to WeChat's prompt: each accepted template is one message more. One read, one write. */
export const grant = signedInEndpoint({
  name: 'message.grant',
  input: object({ accepted: v.pipe(v.array(v.picklist(messageTemplates)), v.maxLength(messageTemplates.length)), requestId }),
  identity: 'caller',
  idempotency: 'document',
  async run(context, { login }, { accepted }) {
    const repeated = isRepeated(login, context);
    if (typeof repeated === 'object') return repeated;
    if (repeated) return done({ credits: creditsView(login.credits) });
    const credits = { ...login.credits };
    for (const template of new Set(accepted)) credits[creditOf[template]] = Math.min(mostCredits, credits[creditOf[template]] + 1);
    const where = { _id: login._id, inboxSequence: login.inboxSequence };
    const changed = await context.database.updateWhere(logins, where, { set: { credits }, increment: { inboxSequence: 1 }, push: remember(context) });
    return changed > 0 ? done({ credits: creditsView(credits) }) : refuse('BUSY');
  },
});

function creditsView({ orderNews, offerNews, deadlineNews }: Credits) {
  return { 'order-news': orderNews, 'offer-news': offerNews, 'deadline-news': deadlineNews } as const;
}
