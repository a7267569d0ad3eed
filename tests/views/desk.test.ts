import { figureOf } from '../../miniprogram/packages/desk/text/brief';
/** The secretary's figures. */
import { desk } from '../../miniprogram/packages/desk/views/desk';
import { deskSample } from '../miniprogram/samples/home';

test('what waits today, and honest numbers', () => {
  const drawn = desk(deskSample);
  expect(drawn.overdue).toEqual({ count: 2, line: '最久的已等 3 天 4 小时' });
  expect(drawn.bars.every((bar) => bar.solved + bar.rest <= 101)).toBe(true);
  expect(drawn.inWords).toContain('11 月提出 48 单，办好 40 单');
  // Each number of the month opens the list of those that it counts.
  expect(drawn.month).toBe(deskSample.months[deskSample.months.length - 1]?.month);
  for (const { figure, text } of drawn.figures) expect([text, figureOf(figure)]).toEqual([text, figure]);
  expect([drawn.vacancies, desk({ ...deskSample, vacancies: 3 }).vacancies]).toEqual([0, 3]);
  expect([drawn.quota, desk({ ...deskSample, quotas: [{ item: 'calls', percent: 83 }] }).quota]).toEqual([
    '',
    '这个月的调用用了 83%',
  ]);
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
  const shown = ['10 提出', '4 居民说办好了', '3 还在办', '1 没说话', '2 没联系上', '0 没解决'];
  expect(desk({ ...deskSample, month }).figures.map(({ value, text }) => `${value} ${text}`)).toEqual(shown);
});
