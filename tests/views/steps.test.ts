/** An order's trail: in the resident's words, and in full for staff. */
import type { OrderView } from '../../miniprogram/contracts/order';
import { progressSteps, trailSteps } from '../../miniprogram/packages/order/views/steps';
import { acceptedView, closedView, dispatchedView, sampleNow } from '../miniprogram/samples/orders';

const now = Date.parse(sampleNow);

const declined: OrderView = {
  ...dispatchedView,
  trail: [
    ...dispatchedView.trail,
    {
      at: '2026-11-21T05:00:00.000Z',
      action: 'decline',
      byName: '马晓雯',
      hat: 'member',
      reason: 'unwell',
      note: '感冒了',
    },
  ],
};

test('the resident reads her order in her own words', () => {
  expect(progressSteps(dispatchedView, now).map((step) => `${step.state} ${step.title} ${step.line}`.trim())).toEqual([
    'done 您点了单 11 月 21 日 9:12',
    'done 赵慧敏看过，派给了 2 位党员 10:05\u00a0· 都会修水管，一位就住 12 号院',
    'now 等党员接单 还剩 2 天 13 小时',
    'next 上门帮忙',
    'next 您点头，才算办完 打分，或者说没解决',
  ]);
  expect(progressSteps(acceptedView, now).at(-2)).toMatchObject({ state: 'now', title: '孙立群来帮忙' });
  expect(progressSteps(closedView, now).every((step) => step.state === 'done')).toBe(true);
});

test('why a member declined is between the member and the grid worker', () => {
  const told = JSON.stringify(progressSteps(declined, now));
  expect(told).toContain('有一位去不了，还在等别人');
  expect(told).not.toMatch(/马晓雯|身体|感冒/);
  expect(trailSteps(declined).at(-1)).toMatchObject({
    title: '马晓雯去不了',
    line: '在职党员\u00a0· 11 月 21 日 13:00\u00a0· 身体不舒服\u00a0· 感冒了',
  });
});

test('X-05 staff read who, in which hat, when and why', () => {
  expect(trailSteps(closedView).map((step) => step.title)).toEqual([
    '居民点了单',
    '赵慧敏派给了 2 位',
    '孙立群接了单',
    '孙立群说办好了',
    '居民点了头',
  ]);
});

test('a wish that was put up was dispatched to nobody', () => {
  const published: OrderView = {
    ...dispatchedView,
    trail: [{ at: '2026-11-21T02:05:00.000Z', action: 'dispatch', byName: '赵慧敏', hat: 'gridWorker', count: 0 }],
  };
  expect([trailSteps(published)[0]?.title, progressSteps(published, now)[0]?.title]).toEqual([
    '赵慧敏发布出去，等人认领',
    '赵慧敏看过，发布出去了',
  ]);
});
