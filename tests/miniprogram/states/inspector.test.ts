/** Pages for whoever inspects the books. */
import { answered, cloudOf, mountPage } from '../../support/simulate';
import { inputOf, visited } from '../samples/phone';
import { replies } from '../samples/replies';
import { hats, sessionOf } from '../samples/sessions';
import { at, specifyStates } from './specify';

specifyStates([
  at({
    page: 'packages/review/patterns/patterns',
    title: 'what stands out in the books',
    endpoint: 'passbook.getPatterns',
    says: [
      '2026 年 11 月',
      '不扣谁的分，也不说谁不对',
      '任守义 11 月 20 日 10:00 起一小时里，手工提了 6 笔',
      '任守义给李建国手工记了 3 笔',
      '任守义手工记了 18 分，一个月最多 20 分',
      '5 次点名里，5 次都是任守义点完的',
      '王秀英和孙建国，点头 7 次，一个月最多记 8 次',
      '有人和孙建国，打电话问 4 次，一个月最多记 4 次',
      '孙建国的 6 次服务里，4 次是打电话问的，不是居民自己点头',
    ],
    empty: { answer: { month: '2026-11', branches: [], isPartial: false }, says: '这个月没有要多看的' },
  }),
]);

test('who reads all branches chooses one, and a month opens as that branch’s', async () => {
  const branches = [
    { branchId: 'branch:cqt', name: '常青藤社区党支部' },
    { branchId: 'branch:cqt:riders', name: '快递行业党支部' },
  ];
  const calls = cloudOf({ 'review.list': answered({ ...replies['review.list'], branches }) });
  const page = mountPage('packages/review/reviews/reviews', {}, sessionOf(hats.secretary));
  await page.settle();
  expect(page.text()).toMatch(/账上多看一眼的.*常青藤社区党支部.*快递行业党支部/);
  page.call('choose', { value: 'branch:cqt:riders' });
  await page.settle();
  expect(calls.map(({ input }) => input)).toEqual([{}, { branchId: 'branch:cqt:riders' }]);
  page.call('open', undefined, { month: '2026-10' });
  expect(visited.at(-1)).toContain('branchId=branch%3Acqt%3Ariders');
  const month = cloudOf();
  const opened = mountPage(
    'packages/review/month/month',
    { month: '2026-10', branchId: 'branch:cqt:riders' },
    sessionOf(hats.secretary),
  );
  await opened.settle();
  expect(inputOf(month, 'review.get')).toEqual({ month: '2026-10', branchId: 'branch:cqt:riders' });
});

test('patterns are read month by month, and a month that was cut says so', async () => {
  const calls = cloudOf({ 'passbook.getPatterns': ({ month }) => answered({ month, branches: [], isPartial: true }) });
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2027-01-05T02:00:00Z'));
  const page = mountPage('packages/review/patterns/patterns', {}, sessionOf(hats.secretary));
  await page.settle();
  expect(page.text()).toContain('这个月的太多，只看了最新的一部分。');
  expect(page.text()).not.toContain('看后一个月');
  page.call('before');
  await page.settle();
  expect(page.text()).toContain('2026 年 12 月');
  page.call('after');
  await page.settle();
  expect(calls.map(({ input }) => input)).toEqual([{ month: '2027-01' }, { month: '2026-12' }, { month: '2027-01' }]);
});
