import { messageTemplates, type MessageTemplate } from '../../../../miniprogram/contracts/message';
import { signedInEndpoint } from '../../access/endpoint';
import { logins, type Login } from '../../access/login';
import { pushRequest } from '../../access/recent-requests';
import type { Context } from '../../platform/context';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { object, requestId, v } from '../../platform/validation';
import { creditOf, longTermCredits, type Credits } from '../../access/inbox';

/** More grants than this are not counted: nobody is sent so many messages. */
const maxCredits = 50;

/** News may arrive while we count; each arrival makes us look again, so often at most. */
const maxAttempts = 4;

type CreditsView = Readonly<Record<MessageTemplate, number>>;

/**
 * Counts what the person answered to WeChat's prompt: each accepted template is one message more, and of a long-term
 * one all that will come.
 * Cost: 1 read, 1 write.
 */
export const grantMessages = signedInEndpoint({
  name: 'message.grant',
  input: object({
    accepted: v.pipe(v.array(v.picklist(messageTemplates)), v.maxLength(messageTemplates.length)),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'inCaller',
  async run(context, { login }, { accepted }) {
    let current: Login | undefined = login;
    for (let attempt = 0; attempt < maxAttempts && current; attempt += 1) {
      const counted = await countOnce(context, current, accepted);
      if (counted) return counted;
      current = await context.database.get(logins, login._id);
    }
    return refuse('BUSY');
  },
});

/** @returns undefined when the login changed meanwhile */
async function countOnce(
  context: Context,
  login: Login,
  accepted: readonly MessageTemplate[],
): Promise<Result<{ credits: CreditsView }> | undefined> {
  const replay = replayOf(login.recentRequests, context.request, () => ({ credits: creditsView(login.credits) }));
  if (replay) return replay;
  const credits = { ...login.credits };
  for (const template of new Set(accepted))
    credits[creditOf[template]] = context.openapi.isLongTerm(template)
      ? longTermCredits
      : Math.min(maxCredits, credits[creditOf[template]] + 1);
  const where = { _id: login._id, inboxSequence: login.inboxSequence };
  const changed = await context.database.updateWhere(logins, where, {
    set: { credits },
    increment: { inboxSequence: 1 },
    push: pushRequest(context.request),
  });
  return changed > 0 ? done({ credits: creditsView(credits) }) : undefined;
}

function creditsView({ orderNews, offerNews, deadlineNews }: Credits): CreditsView {
  return { 'order-news': orderNews, 'offer-news': offerNews, 'deadline-news': deadlineNews };
}
