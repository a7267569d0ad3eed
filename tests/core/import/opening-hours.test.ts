import { readOpeningHours } from '../../../cloudfunctions/core/import/cells/opening-hours';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const at = (from: number, until: number, days = everyDay) => ({ days, from: from * 60, until: until * 60 });
const hours = (text: string) => {
  const read = readOpeningHours(text);
  return (
    read && {
      ...read.rules.reduce((all, rule) => ({ ...all, rules: [...all.rules, rule] }), { rules: [] as object[] }),
      holidays: read.holidays,
      note: read.note,
    }
  );
};

test.each([
  ['8:00-21:00', [at(8, 21)]],
  ['８：００—２１：００', [at(8, 21)]],
  ['每天 早8点到晚8点半', [at(8, 20.5)]],
  ['上午8:30至12:00，下午2点-6点', [at(8.5, 12), at(14, 18)]],
  ['周一至周五 7:30-20:00', [at(7.5, 20, [1, 2, 3, 4, 5])]],
  ['星期六、日9:00-17:00', [at(9, 17, [6, 7])]],
  ['周一二三 8:00-9:00', [at(8, 9, [1, 2, 3])]],
  ['周六 7:30-8:30', [at(7.5, 8.5, [6])]],
  ['工作日9-17点，周末 10点-16点', [at(9, 17, [1, 2, 3, 4, 5]), at(10, 16, [6, 7])]],
  ['周一至周五，8:00-18:00', [at(8, 18, [1, 2, 3, 4, 5])]],
  ['24小时', [at(0, 24)]],
  ['18:00-次日2:00', [at(18, 26)]],
  ['18:00-2:00', [at(18, 26)]],
  ['7:00-22:00，周日休息', [at(7, 22, [1, 2, 3, 4, 5, 6])]],
  ['早上8点到晚上12点', [at(8, 24)]],
  ['8:00-晚上12:00', [at(8, 24)]],
  ['早8点到晚12点半', [at(8, 24.5)]],
  ['8点到半夜12点', [at(8, 24)]],
  ['8:00-夜里0点', [at(8, 24)]],
  ['晚上8点到凌晨12点', [at(20, 24)]],
  ['晚上6点到夜里1点', [at(18, 25)]],
  ['晚上6点到凌晨2点', [at(18, 26)]],
  ['晚上8点到2点', [at(20, 26)]],
  ['凌晨12点到6点', [at(0, 6)]],
  ['下午2点到晚上12点', [at(14, 24)]],
  ['晚上12点到早上6点', [at(0, 6)]],
  ['下午2点到12点', [at(14, 24)]],
  ['下午2点到0点', [at(14, 24)]],
  ['中午1点到5点', [at(13, 17)]],
  ['中午12点到2点', [at(12, 14)]],
  ['中午11点半到下午1点半', [at(11.5, 13.5)]],
  ['正午11点到12点', [at(11, 12)]],
  ['上午9点到中午12点、下午2点到傍晚6点', [at(9, 12), at(14, 18)]],
  ['上午八点半到中午十二点，下午两点一刻至五点三刻', [at(8.5, 12), at(14.25, 17.75)]],
])('%s', (text, rules) => {
  expect(hours(text)).toEqual({ rules, holidays: 'usual', note: undefined });
});

test('holidays have hours of their own, or none', () => {
  expect(hours('8:00-18:00，节假日休息')).toMatchObject({ holidays: 'closed' });
  expect(hours('8:00-18:00；节假日 10:00-16:00')).toMatchObject({ holidays: [{ from: 600, until: 960 }] });
  expect(hours('8:00-18:00，节假日不休')).toMatchObject({ holidays: 'usual', note: undefined });
});

test('what is no hours stands in the note, and nothing but words is no hours', () => {
  expect(hours('周一至周五 8:00-18:00；周末走楼下保安室')).toMatchObject({ note: '周末走楼下保安室' });
  expect(hours('早八点到二十点，早一点来，十点后按门铃')).toMatchObject({
    rules: [at(8, 20)],
    note: '早一点来,十点后按门铃',
  });
  expect(hours('每天 0:00-24:00；夜里按门铃')).toMatchObject({ rules: [at(0, 24)], note: '夜里按门铃' });
  for (const text of ['问店主', '周一至周五', '25:00-26:00', '二十五点到二十六点', '周五晚上12点到早上6点', ''])
    expect(readOpeningHours(text)).toBeUndefined();
});
