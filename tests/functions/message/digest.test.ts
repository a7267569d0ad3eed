import type { MessageTemplate } from '../../../miniprogram/contracts/message';
import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import { deliver, type MessageContent } from '../../../cloudfunctions/core/message/notify';
import { outgoingMessages } from '../../../cloudfunctions/core/message/outgoing';
import { sendDigests } from '../../../cloudfunctions/core/message/jobs/send-digests';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
let services: Services;
let now: Date;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'], functionEnvironment: { TEMPLATE_LONG_TERM: 'order-news' } });
  services = { ...(await cloud.services()), clock: { now: () => now } };
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await cloud.control('/local/reset', {});
  now = new Date('2026-11-23T09:30:00+08:00');
});

const noon = new Date('2026-11-23T12:00:00+08:00');

interface Sent {
  readonly touser: string;
  readonly templateId: string;
  readonly page: string;
  readonly data: { readonly thing1: string };
}
const sentTo = async (openid: string) =>
  ((await cloud.control('/local/subscribe-messages')) as Sent[]).filter(({ touser }) => touser === openid);
const stored = (openid: string) => cloud.storedOne<LoginWithInbox>('logins', openid);
const wait = (hours: number) => void (now = new Date(now.getTime() + hours * 3_600_000));
const runDigests = () => sendDigests.run(services, undefined, new Date(services.clock.now().getTime() + 60_000));

/** One message of its own to somebody. */
async function tell(personId: string, what: Partial<MessageContent> = {}): Promise<void> {
  const requestId = newRequest();
  const content = { kind: 'offered', orderId: `o${requestId}`, title: '厨房水龙头漏水', ...what } as const;
  const context = { ...services, requestId };
  await deliver(context, outgoingMessages(requestId, services.clock.now(), [{ personIds: [personId], content }]));
}

async function tellOften(personId: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await tell(personId);
}

/** So many grants, as WeChat and our ledger count them. */
async function grantOften(openid: string, times: number): Promise<void> {
  await cloud.change('logins', openid, { credits: { orderNews: 0, offerNews: times, deadlineNews: 0 } });
  for (let count = 0; count < times; count += 1)
    await cloud.control('/local/subscribe', { openid, templateIds: ['offer-news'] });
}

describe('many messages close together', () => {
  it('ring as often as the community allows; the inbox has all of them, and a digest tells how many wait', async () => {
    await grantOften('o_member', 20);
    await tellOften('p_member', 10);
    expect(await sentTo('o_member')).toHaveLength(4);
    expect(stored('o_member')).toMatchObject({ unread: 10, held: 6, credits: { offerNews: 16 } });
    expect(stored('o_member').inbox).toHaveLength(10);

    await runDigests();
    expect(await sentTo('o_member')).toHaveLength(4);
    now = noon;
    expect(await runDigests()).toEqual({ done: 1 });
    expect((await sentTo('o_member')).slice(4)).toEqual([
      expect.objectContaining({
        page: 'packages/resident/messages/messages',
        data: { thing1: '有 6 条消息等您看', time2: '2026-11-23 12:00' },
      }),
    ]);
    expect(stored('o_member').credits.offerNews).toBe(15);
    expect(stored('o_member')).not.toHaveProperty('digestAt');
    expect(await runDigests()).toEqual({ done: 0 });
  });

  it('ring again once the time is over, and each phone counts for itself', async () => {
    await grantOften('o_member', 20);
    await grantOften('o_member2', 20);
    await tellOften('p_member', 6);
    await tell('p_member2');
    expect([(await sentTo('o_member')).length, (await sentTo('o_member2')).length]).toEqual([4, 1]);
    wait(1.1);
    await tell('p_member');
    expect(await sentTo('o_member')).toHaveLength(5);
  });

  it('ring by the community’s own policy, and at once for an emergency', async () => {
    const { policy } = cloud.storedOne<{ _id: string; policy: object }>('communities', 'qinghe');
    const message = { atOnce: 1, withinMinutes: 30, digestHours: [20] };
    await cloud.change('communities', 'qinghe', { policy: { ...policy, message } });
    await grantOften('o_member', 20);
    await tellOften('p_member', 3);
    expect(await sentTo('o_member')).toHaveLength(1);
    await tell('p_member', { urgent: true });
    expect(await sentTo('o_member')).toHaveLength(2);
    expect(stored('o_member').digestAt).toEqual(new Date('2026-11-23T20:00:00+08:00'));
  });

  it('are told of by no digest to whoever has read them, or has no grant left', async () => {
    await grantOften('o_member', 20);
    await tellOften('p_member', 6);
    const { messages } = await cloud.getAs('o_member', 'message.list', {});
    const messageIds = messages.map(({ messageId }) => messageId);
    await cloud.getAs('o_member', 'message.markRead', { messageIds, requestId: newRequest() });
    await grantOften('o_member2', 5);
    await tellOften('p_member2', 5);
    await cloud.change('logins', 'o_member2', { credits: { orderNews: 0, offerNews: 0, deadlineNews: 0 } });
    now = noon;
    expect(await runDigests()).toEqual({ done: 0 });
    expect([(await sentTo('o_member')).length, (await sentTo('o_member2')).length]).toEqual([4, 4]);
    expect(stored('o_member')).not.toHaveProperty('held');
  });

  it('are read about in one read more, and only by whom something rang within a day', async () => {
    await grantOften('o_member', 20);
    await tell('p_member');
    const readsOf = async () => {
      let reads = 0;
      const database = {
        ...services.database,
        get: (...given: Parameters<typeof services.database.get>) => {
          reads += 1;
          return services.database.get(...given);
        },
      };
      const requestId = newRequest();
      const content = { kind: 'offered', orderId: requestId } as const;
      const context = { ...services, database: database as typeof services.database, requestId };
      await deliver(context, outgoingMessages(requestId, services.clock.now(), [{ personIds: ['p_member'], content }]));
      return reads;
    };
    expect(await readsOf()).toBe(1);
    wait(25);
    expect(await readsOf()).toBe(0);
  });
});

test('a long-term template is granted once for all messages that will come, the others one by one', async () => {
  const accepted: MessageTemplate[] = ['order-news', 'offer-news'];
  const grant = () => cloud.getAs('o_member', 'message.grant', { accepted, requestId: newRequest() });
  expect(await grant()).toEqual({ credits: { 'order-news': 1_000_000, 'offer-news': 1, 'deadline-news': 0 } });
  expect(await grant()).toEqual({ credits: { 'order-news': 1_000_000, 'offer-news': 2, 'deadline-news': 0 } });
});
