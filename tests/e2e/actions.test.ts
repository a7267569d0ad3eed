/**
 * The touches that move an order, a line or a person on, and what each costs: at most two setData of the page, 16 KB,
 * one call.
 */
import { burdenRows, tapsOf } from '../../local/testing/burden';
import { startDemoPhone, type DemoPhone } from '../../local/testing/demo-phone';
import type { Action } from '../../local/testing/openings';
import { actCheaply } from './act';

/** In their order: each is one step of an order's way. */
const moves: readonly Action[] = [
  { name: 'accept', visit: 'order-offered', tap: '我去', says: '办好了，结单' },
  { name: 'send', visit: 'assign-member', before: [/本月/], tap: /^请.+去$/, says: '办事' },
  { name: 'dispatch', visit: 'dispatch', before: [/马晓雯/], tap: '派给马晓雯', says: '待派' },
  { name: 'elder', visit: 'me', tap: '长辈版', says: '长辈版' },
  {
    name: 'sign',
    visit: 'reversals',
    openid: 'branch-committee-hou',
    before: ['签字，冲正'],
    tap: '签字，不收回',
    says: '冲正好了',
  },
  { name: 'wear', visit: 'me', tap: /党小组组长/, says: /换一顶帽子|组织生活/ },
];

let phone: DemoPhone;

beforeAll(async () => {
  phone = await startDemoPhone();
}, 180_000);

afterAll(() => phone.close());

test.each(moves)(
  '$name',
  async (action) => {
    await phone.begin(action);
    await actCheaply(phone, action);
    phone.watch.expectNone();
  },
  40_000,
);

test.each(burdenRows)(
  '$name takes the touches that its table says',
  async (row) => {
    expect(tapsOf(row)).toBeLessThanOrEqual(row.most);
    await phone.begin(row);
    await phone.tap(row.tap);
    await phone.sees(row.says);
    phone.watch.expectNone();
  },
  40_000,
);
