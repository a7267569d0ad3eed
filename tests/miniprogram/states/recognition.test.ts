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
  at({
    page: 'packages/recognition/thanks/thanks',
    title: 'the wall of thanks',
    endpoint: 'recognition.listThanks',
    says: ['灯修好了，天黑不怕摔了', '谢谢李建国\u00a0· 红色网格', '这是本社区自己要的墙，上面不要求', '等着看的'],
    empty: { answer: { shown: false, thanks: [], hidden: [], decides: false }, says: '社区没有开感谢墙' },
  }),
  at({
    page: 'packages/recognition/star/star',
    title: 'the star of service',
    endpoint: 'recognition.getStar',
    says: [
      '2026 年 10 月服务之星',
      '投票到 11 月 9 日 0:00为止。',
      '李建国',
      '帮了 6 户\u00a0· 代号 a1b2c3d4e',
      '投票',
    ],
    empty: {
      answer: {
        shown: false,
        month: '2026-10',
        finalists: [],
        winners: [],
        mayVote: false,
        mayDecide: false,
        hidden: [],
      },
      says: '上个月没有服务之星',
    },
  }),
  at({
    page: 'packages/recognition/star-inputs/star-inputs',
    title: 'what a star follows from',
    query: { month: '2026-10' },
    endpoint: 'recognition.listStarInputs',
    says: ['a1b2c3d4e 帮了 x1', 'f5g6h7i8j 帮了 x2\u00a0· 不算：给自己家办的'],
    empty: { answer: { inputs: [] }, says: '没有算数的' },
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

test('thanks are written, and looked at before others read them', async () => {
  const calls = cloudOf();
  const form = mountPage('packages/recognition/thank/thank', { orderId: 'order-lamp' }, sessionOf(hats.resident));
  form.call('send');
  expect(form.text()).toContain('写一句再交');
  form.call('write', { value: ' 灯修好了 ' });
  form.call('send');
  await form.settle();
  expect(inputOf(calls, 'recognition.thank')).toMatchObject({ orderId: 'order-lamp', words: '灯修好了' });
  const wall = mountPage('packages/recognition/thanks/thanks', {}, sessionOf(hats.secretary));
  await wall.settle();
  wall.call('choose', { value: 'waiting' });
  await wall.settle();
  expect(wall.text()).toContain('不上墙');
  wall.call('ask', undefined, { order: 'order-lamp', show: 'no' });
  wall.call('submitReason', { reason: 'personal-data', words: '' });
  await wall.settle();
  expect(inputOf(calls, 'recognition.decideThanks')).toMatchObject({ show: false, reason: 'personal-data' });
  wall.call('toggle');
  await wall.settle();
  expect(inputOf(calls, 'recognition.saveChoice')).toMatchObject({ part: 'thanks', hidden: true });
});

test('a resident votes, and the result says who it is', async () => {
  const calls = cloudOf();
  const page = mountPage('packages/recognition/star/star', {}, sessionOf(hats.resident));
  await page.settle();
  page.call('vote', undefined, { person: 'li' });
  await page.settle();
  expect(inputOf(calls, 'recognition.vote')).toMatchObject({ month: '2026-10', personId: 'li' });
  expect(page.text()).toContain('已投');
  page.call('decide');
  await page.settle();
  expect(page.text()).toContain('是李建国。');
  expect(page.text()).toContain('5 票');
  page.call('openInputs');
  expect(visited.at(-1)).toContain('month=2026-10');
  const list = mountPage(
    'packages/recognition/star-inputs/star-inputs',
    { month: '2026-10' },
    sessionOf(hats.resident),
  );
  await list.settle();
  list.call('choose', { value: 'votes' });
  await list.settle();
  expect(calls.filter(({ name }) => name === 'recognition.listStarInputs').map(({ input }) => input)).toEqual([
    { month: '2026-10', of: 'services' },
    { month: '2026-10', of: 'votes' },
  ]);
});
