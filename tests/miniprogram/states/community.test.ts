import { cloudOf, mountPage } from '../../support/simulate';
import { inputOf, toasts } from '../samples/phone';
import { at, specifyStates } from './specify';
import { placeReplies } from '../samples/places';
import { hats, sessionOf } from '../samples/sessions';

const keeper = sessionOf(hats.secretary);

specifyStates([
  at({
    page: 'packages/community/places/places',
    title: 'places of the community',
    as: keeper,
    endpoint: 'place.listChildren',
    says: ['蓝色网格', '谁担着哪个职务', '没有网格的店铺和设施', '添一处'],
    empty: { answer: { places: [] }, says: '下面还没有地方' },
  }),
  at({
    page: 'packages/community/posts/posts',
    title: 'posts at a place',
    query: { placeId: 'blue' },
    as: keeper,
    endpoint: 'post.list',
    answer: placeReplies['post.list'],
    says: ['党支部', '秦月华', '赵慧敏 担着', '12 月 1 日起换白雪', '上一位田广志', '添一个职务', '离开社区'],
  }),
  at({
    page: 'packages/community/employers/employers',
    title: 'where members work',
    as: keeper,
    endpoint: 'employer.list',
    says: ['市第一中学', '牛晓东', '收回', '市供电服务中心', '还没有人戴帽子', '请一位'],
    empty: { answer: { employers: [], mine: true }, says: '还没有单位' },
  }),
  at({
    page: 'packages/community/grids/grids',
    title: 'grids on the map and in words',
    as: keeper,
    endpoint: 'place.listGrids',
    says: ['蓝色网格', '斜线', '40 户', '办着 11 单', '网格长 空着', '每晚数一遍'],
    empty: { answer: { grids: [], mine: true }, says: '还没有网格' },
  }),
  at({
    page: 'packages/community/boundary/boundary',
    title: 'the outline of a grid',
    query: { placeId: 'blue' },
    as: keeper,
    endpoint: 'place.listGrids',
    says: ['蓝色网格', '点了 4 个角', '定下来'],
  }),
  at({
    page: 'packages/community/leave/leave',
    title: 'what becomes of what somebody has in hand',
    query: { personId: 'bai' },
    as: keeper,
    endpoint: 'person.previewLeave',
    says: ['白雪', '空出来的职务', '接了没办完的 1 单重新派人', '2611-048372'],
  }),
  at({
    page: 'packages/community/health/health',
    title: 'what is still to be put right',
    as: keeper,
    endpoint: 'finding.getCounts',
    says: ['空着的职务', '没有连心卡的院', '12', '每晚数一遍'],
  }),
  at({
    page: 'packages/community/findings/findings',
    title: 'vacancies',
    query: { kind: 'vacancy' },
    as: keeper,
    endpoint: 'finding.list',
    says: ['空着的职务', '蓝色网格', '网格员'],
    empty: { answer: { findings: [] }, says: '一处也没有' },
  }),
  at({
    page: 'packages/desk/brief/brief',
    title: "the month's figures",
    as: keeper,
    endpoint: 'brief.get',
    says: [
      '数到 11 月 28 日 9:00，一小时数一次',
      '群众急难事件',
      '等到期也没人说；不算满意，也不算不满意',
      '一半在 5 小时内，九成在 22 小时内（46 单）',
      '不到 5 单，不列',
      '红色网格',
      '数太小，不列',
      '4 场，到会 61 人次',
      '发了 210 分，冲掉 3 分',
      '提出里有人接过的',
      '办好的单上去办的人，一单两人算两次',
      '按记账那天算',
      '打开简报，去打印',
    ],
  }),
  at({
    page: 'packages/privacy/kept/kept',
    title: 'what is kept about me',
    endpoint: 'privacy.get',
    says: [
      '孙立群',
      '138****0001（微信核过）',
      '没空的时候不找您',
      '党员中心户的牌子',
      '谁看过我的电话',
      '隐私保护指引',
    ],
    empty: { answer: {}, says: '还没有留下什么' },
  }),
  at({
    page: 'packages/privacy/complaint/complaint',
    title: 'who answers, and where to complain past them',
    endpoint: 'privacy.get',
    stale: '打 12345',
    says: [
      '写给社区',
      '只给答复的人看',
      '打 12345',
      '责任单位：清河社区居民委员会（一街道）',
      '备案号：晋ICP备2026000001号-1X',
    ],
  }),
  at({
    page: 'packages/privacy/texts/texts',
    title: 'what one wrote',
    endpoint: 'privacy.listTexts',
    says: ['厨房水管漏水', '单号 2611-048372', '打了三次电话没人接', '投诉、建议', '别处写的'],
    empty: { answer: { texts: [] }, says: '没有您写的话' },
  }),
  at({
    page: 'packages/privacy/complaints/complaints',
    title: 'complaints that somebody wrote or is to answer',
    endpoint: 'complaint.list',
    says: ['王桂兰说办事的人', '打了三次电话没人接', '书记 11 月 27 日 以前答复', '等我答复的'],
    empty: { answer: { complaints: [], receives: false }, says: '这里还没有' },
  }),
]);

test('a complaint is written by what it is about, and answered once', async () => {
  const calls = cloudOf();
  const form = mountPage('packages/privacy/complain/complain', { days: '10' }, sessionOf(hats.resident));
  expect(form.text()).toContain('只给书记看，10 天里答复；办事的人看不到');
  const unknown = mountPage('packages/privacy/complain/complain', {}, sessionOf(hats.resident));
  expect(unknown.text()).toContain('只给书记看，交了就写着哪天以前答复；办事的人看不到');
  form.call('choose', { value: 'leaders' });
  expect(form.text()).toContain('只给督查员看，10 天里答复');
  form.call('send');
  expect(form.text()).toContain('写几句再交');
  form.call('write', { value: ' 开会不通知 ' });
  form.call('send');
  await form.settle();
  expect(inputOf(calls, 'complaint.make')).toMatchObject({ about: 'leaders', words: '开会不通知' });
  const list = mountPage('packages/privacy/complaints/complaints', { list: 'received' }, sessionOf(hats.secretary));
  await list.settle();
  expect(inputOf(calls, 'complaint.list')).toEqual({ list: 'received' });
  list.call('ask', undefined, { complaint: 'co1' });
  list.call('submitReason', { reason: '', words: '问过了' });
  await list.settle();
  expect(inputOf(calls, 'complaint.answer')).toMatchObject({ complaintId: 'co1', words: '问过了' });
  expect(toasts).toContain('答复了');
});

test('each text of one’s own is blacked out where it stands, after a second tap', async () => {
  const calls = cloudOf();
  const page = mountPage('packages/privacy/texts/texts', {}, sessionOf(hats.resident));
  await page.settle();
  expect(inputOf(calls, 'privacy.listTexts')).toEqual({ list: 'asked' });
  page.call('ask', undefined, { key: 'order order-leak words' });
  expect(page.text()).toContain('真的涂黑');
  page.call('blackOut', undefined, { key: 'order order-leak words' });
  await page.settle();
  expect(inputOf(calls, 'order.blackOutWords')).toMatchObject({ orderId: 'order-leak', part: 'words' });
  page.call('blackOut', undefined, { key: 'complaint co1 words' });
  await page.settle();
  expect(inputOf(calls, 'privacy.blackOut')).toMatchObject({ source: 'complaint', id: 'co1' });
  expect(toasts).toContain('涂黑了，原来的话没有了');
});
