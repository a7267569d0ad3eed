/** The secretary's figures. */
import type { DeskView } from '../../miniprogram/contracts/desk';
import { desk } from '../../miniprogram/views/order/desk';
import { deskSample } from '../miniprogram/samples/home';

test('honest numbers, and how they are counted', () => {
  const drawn = desk(deskSample);
  expect(drawn.overdue).toEqual({ count: 2, line: '最久的已等 3 天 4 小时' });
  expect(drawn.how[0]).toContain('“办好”只数居民点了头的 40 单，其中 2 单是工作人员打电话问来的；一共去了 43 人次');
  expect(drawn.how[2]).toContain('“没解决”的 3 单');
  expect(drawn.how[2]).toContain('没收的 1 单，办不成的 1 单');
  expect(drawn.how[3]).toContain('1 单居民说过没解决，后来怎么样了都还数在这里');
  expect(drawn.how[4]).toBe('撤了的 2 单、并了的 1 单、转办有了回音的 3 单，不数在“提出”里。');
  expect(drawn.how[5]).toBe('38 单打了星，平均 4.6 星。');
  const few = JSON.parse(JSON.stringify({ ...deskSample.month, rating: undefined })) as DeskView['month'];
  expect(desk({ ...deskSample, month: few }).how[5]).toBe('打星的不到 5 单，不算平均。');
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
