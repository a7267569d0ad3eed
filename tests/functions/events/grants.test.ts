import type { Login } from '../../../cloudfunctions/core/access/login';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'events'] });
});
afterAll(() => cloud.close());

const push = (event: object) =>
  cloud.invoke('events', { MsgType: 'event', FromUserName: 'o_member', ...event }, { source: 'wx_unknown' } as never);
const credits = () => cloud.storedOne<Login>('logins', 'o_member').credits;

test('a template that somebody switched off in WeChat has no grants left, however often WeChat says so', async () => {
  await cloud.getAs('o_member', 'message.grant', {
    accepted: ['offer-news', 'deadline-news'],
    requestId: newRequest(),
  });
  const off = {
    Event: 'subscribe_msg_change_event',
    List: [{ TemplateId: 'offer-news', SubscribeStatusString: 'reject' }],
  };
  await push(off);
  await push(off);
  expect(credits()).toEqual({ orderNews: 0, offerNews: 0, deadlineNews: 1 });
});

test('an answer to a prompt is counted where it was tapped, not here', async () => {
  await push({
    Event: 'subscribe_msg_popup_event',
    List: [{ TemplateId: 'deadline-news', SubscribeStatusString: 'accept' }],
  });
  expect(credits().deadlineNews).toBe(1);
});

test.each([
  {},
  { Event: 'unsubscribe' },
  { Event: 'wxa_media_check' },
  { Event: 'subscribe_msg_change_event', List: 'none' },
  { Event: 'wxa_media_check', trace_id: { $gt: '' } },
])('what it does not know is left alone: %j', async (event) => {
  const before = JSON.stringify(cloud.stored('logins'));
  expect(await push(event)).toBe('success');
  expect(JSON.stringify(cloud.stored('logins'))).toBe(before);
});
