/** The secretary's figures. */
import { desk } from '../../miniprogram/views/order/desk';
import { deskSample } from '../miniprogram/samples/home';

test('honest numbers, and how they are counted', () => {
  const drawn = desk(deskSample);
  expect(drawn.overdue).toEqual({ count: 2, line: '最久的已等 3 天 4 小时' });
  expect(drawn.how[0]).toBe('“办好”只数居民点了头的 40 单，其中 2 单是工作人员打电话问来的。');
  expect(drawn.how[2]).toContain('“没解决”的 3 单');
  expect(drawn.how[3]).toContain('1 单居民说过没解决，后来办好了也还数在这里');
  expect(drawn.bars.every((bar) => bar.solved + bar.rest <= 101)).toBe(true);
  expect(drawn.inWords).toContain('11 月提出 48 单，办好 40 单');
});

test('the numbers of a month add up to what was asked', () => {
  const { figures } = desk({
    ...deskSample,
    month: { ...deskSample.month, created: 56, solved: 28, unrated: 1, unsolved: 4 },
  });
  expect(figures.map(({ value, text }) => `${value} ${text}`)).toEqual([
    '56 提出',
    '28 居民说办好了',
    '23 还在办',
    '1 没说话',
    '4 没解决',
  ]);
});

test('who could never be asked is a figure of its own, where there is anybody', () => {
  const month = { ...deskSample.month, created: 10, solved: 4, unrated: 1, unreachable: 2, unsolved: 0 };
  const { figures, how } = desk({ ...deskSample, month });
  const shown = ['10 提出', '4 居民说办好了', '3 还在办', '1 没说话', '2 没联系上', '0 没解决'];
  expect(figures.map(({ value, text }) => `${value} ${text}`)).toEqual(shown);
  expect(how).toContain('2 单办了，打了几天电话都没找到人问，另算。');
});
