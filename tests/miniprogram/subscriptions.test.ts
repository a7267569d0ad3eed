import type { MessageTemplate } from '../../miniprogram/contracts/message';
import { requestSubscriptions } from '../../miniprogram/services/platform/subscriptions';

const prompts: string[][] = [];
const templates: MessageTemplate[] = ['order-news', 'offer-news', 'deadline-news'];

beforeEach(() => {
  prompts.length = 0;
  const wx = {
    requestSubscribeMessage: async ({ tmplIds }: { tmplIds: string[] }) => {
      prompts.push(tmplIds);
      return Object.fromEntries(tmplIds.map((id) => [id, id === 'offer-news' ? 'reject' : 'accept']));
    },
  };
  Object.assign(globalThis, { wx });
});

test('one prompt asks for one-off templates, and answers what was accepted', async () => {
  expect(await requestSubscriptions(templates, [])).toEqual(['order-news', 'deadline-news']);
  expect(prompts).toEqual([templates]);
});

test('long-term templates are never in one prompt with the others (20002)', async () => {
  expect(await requestSubscriptions(templates, ['deadline-news'])).toEqual(['deadline-news', 'order-news']);
  expect(prompts).toEqual([['deadline-news'], ['order-news', 'offer-news']]);
});

test('a second prompt that WeChat does not show loses nothing of the first', async () => {
  const { wx } = globalThis as unknown as { wx: { requestSubscribeMessage: (asked: object) => Promise<object> } };
  const shown = wx.requestSubscribeMessage;
  wx.requestSubscribeMessage = async (asked) => {
    if (prompts.length > 0) throw new Error('requestSubscribeMessage:fail can only be invoked by user TAP gesture');
    return shown(asked);
  };
  expect(await requestSubscriptions(templates, ['order-news'])).toEqual(['order-news']);
});
