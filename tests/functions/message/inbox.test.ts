import { deliver, type MessageContent, type NotifyContext } from '../../../cloudfunctions/core/message/notify';
import { outgoingMessages } from '../../../cloudfunctions/core/message/outgoing';
import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
let services: Services;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  services = await cloud.services();
});
afterAll(() => cloud.close());
beforeEach(() => cloud.control('/local/reset', {}));

const news: MessageContent = { kind: 'offered', orderId: 'o1', title: '厨房水龙头漏水' };
const notify = (context: NotifyContext, personIds: readonly string[], content: MessageContent) =>
  deliver(context, outgoingMessages(context.requestId, context.clock.now(), [{ personIds, content }]));
const tellOf = (personIds: string[], what: Partial<MessageContent> = {}) =>
  notify({ ...services, requestId: newRequest() }, personIds, { ...news, ...what });
const buildLogin = (openid: string) => cloud.storedOne<LoginWithInbox>('logins', openid);
const sent = async () =>
  (await cloud.control('/local/subscribe-messages')) as {
    touser: string;
    templateId: string;
    page: string;
    data: object;
  }[];

/** WeChat's count of grants and ours, as a tap on the prompt makes them. */
async function grant(openid: string) {
  await cloud.control('/local/subscribe', { openid, templateIds: ['offer-news'] });
  return cloud.getAs(openid, 'message.grant', { accepted: ['offer-news'], requestId: newRequest() });
}

describe('notifying', () => {
  it('puts news into each inbox and counts it as unread', async () => {
    await tellOf(['p_member', 'p_member2', 'p_nobody']);
    for (const openid of ['o_member', 'o_member2']) {
      expect(buildLogin(openid)).toMatchObject({
        unread: 1,
        inboxSequence: 1,
        inbox: [{ kind: 'offered', orderId: 'o1', title: '厨房水龙头漏水', read: false }],
      });
    }
    expect(buildLogin('o_captain').unread).toBe(0);
    expect(await sent()).toEqual([]);
  });

  it('keeps an inbox bounded', async () => {
    for (let count = 0; count < 63; count += 1) await tellOf(['p_member'], { orderId: `o${count}` });
    const { inbox, unread } = buildLogin('o_member');
    expect([inbox.length, unread, inbox[0]?.orderId, inbox.at(-1)?.orderId]).toEqual([60, 63, 'o3', 'o62']);
  });

  it('spends one granted message for one message', async () => {
    await grant('o_member');
    await tellOf(['p_member', 'p_member2']);
    await tellOf(['p_member']);
    expect(await sent()).toEqual([
      expect.objectContaining({
        touser: 'o_member',
        templateId: 'offer-news',
        data: { thing1: '派给您一张单，回个话', time2: expect.any(String) },
      }),
    ]);
    expect(buildLogin('o_member')).toMatchObject({ unread: 2, credits: { offerNews: 0, orderNews: 0 } });
  });

  it('believes WeChat where it knows of no grant (43101)', async () => {
    await cloud.getAs('o_member', 'message.grant', { accepted: ['offer-news'], requestId: newRequest() });
    await cloud.getAs('o_member', 'message.grant', { accepted: ['offer-news'], requestId: newRequest() });
    await tellOf(['p_member']);
    expect(buildLogin('o_member')).toMatchObject({ unread: 1, credits: { offerNews: 0 } });
    expect(await sent()).toEqual([]);
  });

  it('never fails what happened before it, and logs no person', async () => {
    const lines: object[] = [];
    const log = { line: (level: string, fields: object) => void lines.push({ level, ...fields }) };
    await cloud.control('/local/faults', { kind: 'timeout-before', match: 'database.getDocument logins' });
    await notify({ ...services, log, requestId: 'request-telling' }, ['p_member'], news);
    expect(lines).toEqual([expect.objectContaining({ level: 'error', event: 'notify', requestId: 'request-telling' })]);
    expect(JSON.stringify(lines)).not.toMatch(/p_member|水龙头/);
  });
});

describe('message.list', () => {
  it('shows one’s own messages, newest first, a page at a time, in two reads', async () => {
    for (let count = 0; count < 25; count += 1) await tellOf(['p_member'], { orderId: `o${count}` });
    const first = await cloud.getAs('o_member', 'message.list', {});
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0, examined: 2 });
    const second = await cloud.getAs('o_member', 'message.list', { cursor: first.next! });
    expect([...first.messages, ...second.messages].map(({ orderId }) => orderId)).toEqual(
      Array.from({ length: 25 }, (_, index) => `o${24 - index}`),
    );
    expect(first.messages[0]).toEqual({
      messageId: expect.any(String),
      kind: 'offered',
      at: expect.any(String),
      read: false,
      orderId: 'o24',
      title: '厨房水龙头漏水',
    });
    expect(await cloud.getAs('o_member', 'message.list', { cursor: 'fell-out' })).toEqual({ messages: [] });
    expect(await cloud.getAs('o_worker', 'message.list', {})).toEqual({ messages: [] });
  });
});

describe('message.markRead', () => {
  it('marks, counts down once, and passes over what is not there', async () => {
    for (const orderId of ['a', 'b', 'c']) await tellOf(['p_member'], { orderId });
    const [newest] = (await cloud.getAs('o_member', 'message.list', {})).messages;
    const input = { messageIds: [newest!.messageId, 'unknown'], requestId: newRequest() };
    expect(await cloud.getAs('o_member', 'message.markRead', input)).toEqual({ unread: 2 });
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 1 });
    expect(await cloud.getAs('o_member', 'message.markRead', input)).toEqual({ unread: 2 });
    expect(await cloud.callAs('o_member', 'message.markRead', { ...input, messageIds: ['unknown'] })).toMatchObject({
      code: 'REQUEST_REUSED',
    });
    expect((await cloud.getAs('o_member', 'message.list', {})).messages.map(({ read }) => read)).toEqual([
      true,
      false,
      false,
    ]);
    expect((await cloud.getAs('o_member', 'person.getSession', {})).unread).toBe(2);
  });

  it('loses no news that arrives while it marks', async () => {
    await tellOf(['p_member'], { orderId: 'first' });
    const [first] = (await cloud.getAs('o_member', 'message.list', {})).messages;
    const told = Array.from({ length: 12 }, (_, index) => tellOf(['p_member'], { orderId: `during${index}` }));
    const reply = await cloud.callAs('o_member', 'message.markRead', {
      messageIds: [first!.messageId],
      requestId: newRequest(),
    });
    await Promise.all(told);
    const { inbox, unread } = buildLogin('o_member');
    expect(inbox).toHaveLength(13);
    expect(unread).toBe(reply.ok ? 12 : 13);
  });
});

describe('message.grant', () => {
  it('repeated at once is counted once, also while news arrive', async () => {
    const input = { accepted: ['order-news' as const], requestId: newRequest() };
    const told = tellOf(['p_member']);
    const replies = await Promise.all([1, 2, 3].map(() => cloud.callAs('o_member', 'message.grant', input)));
    await told;
    expect(replies.filter(({ ok }) => ok)).toHaveLength(3);
    expect(buildLogin('o_member')).toMatchObject({ unread: 1, credits: { orderNews: 1 } });
  });

  it('counts each accepted prompt once, with two reads and one write', async () => {
    const requestId = newRequest();
    const input = { accepted: ['order-news' as const, 'offer-news' as const], requestId };
    expect(await cloud.getAs('o_member', 'message.grant', input)).toEqual({
      credits: { 'order-news': 1, 'offer-news': 1, 'deadline-news': 0 },
    });
    expect(await cloud.lastCall()).toMatchObject({ reads: 1, writes: 1 });
    expect(await cloud.getAs('o_member', 'message.grant', input)).toEqual({
      credits: { 'order-news': 1, 'offer-news': 1, 'deadline-news': 0 },
    });
    expect(await cloud.callAs('o_member', 'message.grant', { accepted: ['order-news'], requestId })).toMatchObject({
      code: 'REQUEST_REUSED',
    });
  });
});
