import type { TestCloud } from '../support/test-cloud';
import { callApi, openid, startWechatCloud } from './wechat-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startWechatCloud();
}, 30_000);
afterAll(() => cloud.close());

const wechat = (api: string, data: object, who?: string) => callApi(cloud, api, data, who);

describe('subscribeMessage', () => {
  const send = (more: object = {}) =>
    wechat('subscribeMessage.send', {
      touser: openid,
      templateId: 'T1',
      page: 'pages/home/home',
      data: { thing1: { value: '有新订单' } },
      ...more,
    });

  it('sends one message for each grant, and then fails with 43101', async () => {
    expect(await send()).toMatchObject({ errCode: 43101 });
    await cloud.control('/local/subscribe', { openid, templateIds: ['T1', 'T2'], rejected: ['T2'] });
    await cloud.control('/local/subscribe', { openid, templateIds: ['T1'] });
    expect([await send(), await send(), await send()]).toMatchObject([
      { errCode: 0 },
      { errCode: 0 },
      { errCode: 43101 },
    ]);
    expect(await send({ templateId: 'T2' })).toMatchObject({ errCode: 43101 });
    expect(await send({ touser: 'oOTHER' })).toMatchObject({ errCode: 43101 });
    const sent = await cloud.control(`/local/subscribe-messages?openid=${openid}`);
    expect(sent).toMatchObject([{ templateId: 'T1', data: { thing1: '有新订单' } }, { templateId: 'T1' }]);
  });

  it('pushes the answer to a prompt to events', () => {
    const events = cloud.database.browse('pushes', { limit: 100 }) as { event: Record<string, unknown> }[];
    const answers = events
      .filter((push) => push.event['Event'] === 'subscribe_msg_popup_event')
      .map((push) => push.event);
    expect(answers).toHaveLength(2);
    expect(answers.find((answer) => Array.isArray(answer['List']) && answer['List'].length === 2)).toMatchObject({
      FromUserName: openid,
      List: [
        { TemplateId: 'T1', SubscribeStatusString: 'accept' },
        { TemplateId: 'T2', SubscribeStatusString: 'reject' },
      ],
    });
  });

  it.each([
    ['a thing of 21 characters', { thing1: { value: '字'.repeat(21) } }],
    ['a line break', { thing1: { value: '一\n二' } }],
    ['a phrase of 6', { phrase1: { value: '一二三四五六' } }],
    ['a name of 11', { name1: { value: '一二三四五六七八九十一' } }],
    ['Chinese in a character_string', { character_string1: { value: '订单' } }],
    ['letters in a number', { number1: { value: '12a' } }],
    ['an unknown field', { anything1: { value: 'a' } }],
    ['no data', {}],
  ])('refuses %s with 47003, at no cost', async (_, data) => {
    await cloud.control('/local/subscribe', { openid: 'oFIELDS', templateIds: ['T'] });
    expect(await send({ touser: 'oFIELDS', templateId: 'T', data })).toMatchObject({ errCode: 47003 });
    expect(await send({ touser: 'oFIELDS', templateId: 'T' })).toMatchObject({ errCode: 0 });
  });

  it('takes each field at its limit', async () => {
    await cloud.control('/local/subscribe', { openid: 'oFIELDS', templateIds: ['T'] });
    const data = {
      thing1: { value: '字'.repeat(20) },
      phrase2: { value: '已经派单了' },
      name3: { value: '王'.repeat(10) },
      character_string4: { value: 'A-1'.padEnd(32, '0') },
      number5: { value: '9'.repeat(32) },
      date6: { value: '2026年11月28日 09:00' },
      time7: { value: '09:00' },
    };
    expect(await send({ touser: 'oFIELDS', templateId: 'T', data })).toMatchObject({ errCode: 0 });
  });
});

describe('phonenumber', () => {
  const issue = async (more: object = {}) =>
    ((await cloud.control('/local/phone-code', { openid, ...more })) as { code: string }).code;
  const exchange = (code: string, more: object = {}) => wechat('phonenumber.getPhoneNumber', { code, ...more });

  it('gives the number for a code, once', async () => {
    const code = await issue({ phoneNumber: '13800000001' });
    expect(await exchange(code, { openid })).toMatchObject({
      errCode: 0,
      phoneInfo: { phoneNumber: '13800000001', purePhoneNumber: '13800000001', countryCode: '86' },
    });
    expect(await exchange(code)).toMatchObject({ errCode: 40029 });
  });

  it('refuses a code after five minutes, a code of somebody else, and what is no code', async () => {
    const code = await issue();
    expect(await exchange(code, { openid: 'oOTHER' })).toMatchObject({ errCode: 40003 });
    await cloud.clock.advance(5 * 60 * 1000 + 1);
    expect(await exchange(code)).toMatchObject({ errCode: 40029 });
    expect(await exchange('nonsense')).toMatchObject({ errCode: 40029 });
  });

  it('gives a person the same number each time', async () => {
    const numbers = [await exchange(await issue()), await exchange(await issue())].map(
      (reply) => (reply['phoneInfo'] as { phoneNumber: string }).phoneNumber,
    );
    expect(numbers[0]).toMatch(/^199\d{8}$/);
    expect(numbers[1]).toBe(numbers[0]);
  });
});

describe('getOpenData', () => {
  it('gives the data of a cloud ID, for five minutes', async () => {
    const { cloudID } = (await cloud.control('/local/cloud-id', { openid, data: { stepInfoList: [{ step: 7 }] } })) as {
      cloudID: string;
    };
    expect(await wechat('getOpenData', { list: [cloudID] })).toMatchObject({
      errCode: 0,
      list: [{ cloudID, data: { stepInfoList: [{ step: 7 }] } }],
    });
    await cloud.clock.advance(5 * 60 * 1000 + 1);
    expect(await wechat('getOpenData', { list: [cloudID, 'nonsense'] })).toMatchObject({
      list: [{ errCode: -601006 }, { errCode: -601006 }],
    });
  });
});
