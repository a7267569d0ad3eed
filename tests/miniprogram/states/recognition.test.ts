/** Pages on who did well. */
import { answered, cloudOf, mountPage } from '../../support/simulate';
import { inputOf, toasts, visited } from '../samples/phone';
import { replies } from '../samples/replies';
import { hats, sessionOf } from '../samples/sessions';
import { at, specifyStates } from './specify';

specifyStates([
  at({
    page: 'packages/recognition/commendation/commendation',
    title: 'who is commended',
    as: sessionOf(hats.secretary),
    endpoint: 'recognition.getCommendation',
    says: [
      '2026 年表扬名单',
      '2026 年 10 月',
      '这是草稿，您定了支部才看得到。',
      '到会 8 次以上，服务 6 次以上，没有无故缺席的，都上名单。',
      '缺 1、2 月',
      '李建国',
      '到会 11 次\u00a0· 服务 7 次',
      '不列',
      '定下名单',
    ],
    empty: { answer: { periods: [] }, says: '还没有表扬名单' },
  }),
  at({
    page: 'packages/recognition/ranking/ranking',
    title: 'the ranking',
    endpoint: 'recognition.getRanking',
    says: [
      '2026 年 10 月，记分最多的',
      '这是本支部自己要的排行，上面不要求',
      '组织生活分',
      '李建国',
      '第 1\u00a0· 12 分',
      '服务分',
      '第 1\u00a0· 15 分',
    ],
    empty: { answer: { shown: false, organization: [], service: [], hidden: [] }, says: '社区没有开排行' },
  }),
]);

test('the secretary leaves somebody out for a reason, and reads what was approved', async () => {
  const calls = cloudOf();
  const page = mountPage('packages/recognition/commendation/commendation', {}, sessionOf(hats.secretary));
  await page.settle();
  page.call('leaveOut', undefined, { person: 'hou' });
  expect(page.text()).toContain('列上');
  page.call('approve');
  page.call('submitReason', { words: '本人不愿意列' });
  await page.settle();
  expect(inputOf(calls, 'recognition.approveCommendation')).toMatchObject({
    period: '2026',
    digest: '5cbfd6b912d8d148',
    leftOut: ['hou'],
    reason: '本人不愿意列',
  });
  expect(page.text()).toContain('任守义 11 月 21 日 9:12定下。');
  expect(page.text()).toContain('没列上的：侯思远。本人不愿意列');
  expect(page.text()).not.toContain('定下名单');
  expect(toasts).toContain('名单定下了');
  page.call('openRanking');
  expect(visited.at(-1)).toBe('/packages/recognition/ranking/ranking');
});

test('another month is read, and whoever does not want to be in a ranking says so', async () => {
  const calls = cloudOf({ 'recognition.getCommendation': answered(replies['recognition.getCommendation']) });
  const page = mountPage('packages/recognition/commendation/commendation', {}, sessionOf(hats.member));
  await page.settle();
  page.call('choose', { value: '2026-10' });
  await page.settle();
  expect(calls.map(({ input }) => input)).toEqual([{}, { period: '2026-10' }]);
  const said = cloudOf();
  const ranking = mountPage('packages/recognition/ranking/ranking', {}, sessionOf(hats.member));
  await ranking.settle();
  ranking.call('toggle');
  await ranking.settle();
  expect(inputOf(said, 'recognition.saveChoice')).toMatchObject({ part: 'ranking', hidden: true });
  expect(toasts).toContain('不显示您了');
});
