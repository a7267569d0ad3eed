/** Pages for the branch. */
import { answered, cloudOf, mountPage, refused } from '../../support/simulate';
import { closedView } from '../samples/orders';
import { replies } from '../samples/replies';
import { hats, sessionOf } from '../samples/sessions';
import { at, specifyStates } from './specify';

specifyStates([
  at({
    page: 'packages/branch/trail/trail',
    title: 'trail',
    query: { orderId: 'a' },
    endpoint: 'order.get',
    answer: closedView,
    says: [
      '一路的经过',
      '赵慧敏派给了 2 位',
      '网格员 · 11 月 21 日 10:05',
      '孙立群接了单',
      '在职党员',
      '服务存折记了 +5 分',
    ],
  }),
  at({
    page: 'packages/branch/book/book',
    title: 'book',
    query: { personId: 'li', unit: 'organization' },
    endpoint: 'passbook.get',
    answer: { ...replies['passbook.get'], mine: false },
    says: ['李建国', '提请冲正', '查这一本'],
  }),
  at({
    page: 'packages/branch/books/books',
    title: 'books',
    endpoint: 'passbook.list',
    says: ['李建国', '186', '今年记 41 次 · 有异议，等回话', '马晓雯', '−2', '查一遍账', '同姓的挨着'],
    empty: { answer: { people: [] }, says: '这一种还没有存折' },
  }),
  at({
    page: 'packages/branch/verify/verify',
    title: 'verify',
    query: { unit: 'service' },
    endpoint: 'passbook.audit',
    says: ['31 本都查过，账目完整', '服务'],
  }),
  at({
    page: 'packages/branch/activities/activities',
    title: 'activities',
    endpoint: 'activity.list',
    says: ['十一月主题党日', '11 月 28 日 周六 9:00 · 党群服务中心', '到会 28 人', '我到会'],
    empty: { answer: { activities: [], signInByCode: false }, says: '还没有安排活动' },
  }),
  at({
    page: 'packages/review/reviews/reviews',
    title: 'months of reviews',
    endpoint: 'review.list',
    says: ['2026 年 11 月', '还在记，11 月 28 日出草稿 · 31 人', '草稿，等书记定 · 31 人', '定下了 · 31 人'],
    empty: { answer: { reviews: [] }, says: '还没有考评' },
  }),
  at({
    page: 'packages/review/month/month',
    title: 'a month of reviews',
    query: { month: '2026-10' },
    endpoint: 'review.get',
    says: [
      '2026 年 10 月',
      '10 月 31 日，当月最后一个周六。',
      '数到 11 月 21 日 2:30',
      '定下这个月',
      '李建国',
      '年老党员',
      '组织生活 +8 分，3 次，缺席 1 次',
      '补记 1 笔 +4 分',
      '评语：带头值夜，话不多',
      '这个月没有记账',
    ],
  }),
  at({
    page: 'packages/review/year/year',
    title: 'a year of reviews',
    query: { personId: 'li' },
    endpoint: 'review.getYear',
    says: ['李建国 · 2026 年', '组织生活 +24 分，9 次，缺席 3 次', '1、2 月没有定下的考评', '没有考评', '还没到'],
  }),
  at({
    page: 'packages/review/record/record',
    title: 'a record',
    query: { personId: 'li' },
    endpoint: 'review.getRecord',
    says: [
      '报到了 · 蓝色网格 · 9 月 12 日',
      '组织生活分 186，记了 41 次',
      '2026 年 9 月定下的',
      '今年算一项？',
      '写给对方',
      '不给单位看了',
    ],
  }),
  at({
    page: 'packages/review/shared/shared',
    title: 'shared records',
    endpoint: 'review.listShared',
    says: ['李建国', '市第一中学 · 等社区回话', '本人不给看了', '看档案'],
    empty: { answer: { members: [] }, says: '还没有人同意给单位看' },
  }),
  at({
    page: 'packages/party/mentors/mentors',
    title: 'who guides whom',
    endpoint: 'mentor.list',
    says: ['每位带两到三名', '冯秀珍', '侯思远', '不带了', '只带了一名', '带一位', '还没有导师的青年党员', '甄小北'],
    empty: { answer: { mentors: [], without: [], mine: false }, says: '还没有带徒' },
  }),
  at({
    page: 'packages/party/help/help',
    title: 'whom the branch visits and helps',
    endpoint: 'help.list',
    says: ['劳文秀', '还没定谁去走访', '冯秀珍走访', '11 月 20 日该去，过了', '困难帮扶', '看望或者帮另一位'],
    empty: { answer: { visits: [], cases: [], members: [], mine: false }, says: '没有走访和帮扶的事' },
  }),
  at({
    page: 'packages/party/help-member/help-member',
    title: 'what the branch does for one member',
    query: { personId: 'cheng' },
    endpoint: 'help.getMember',
    says: ['上次 8 月 22 日', '记一次走访', '讲了医保报销', '送去了一床被子', '帮完了：现在常来活动室', '开一件帮扶'],
  }),
  at({
    page: 'packages/party/branches/branches',
    title: 'branches',
    as: sessionOf(hats.secretary),
    endpoint: 'branch.list',
    says: [
      '侯思远，从快递行业党支部转到常青藤社区党支部',
      '换到社区上班了',
      '不接收',
      '王建国',
      '我的支部',
      '扫码签到',
      '用社区定的',
      '还没有书记和委员',
      '请一位',
      '把一位党员转到别的支部',
      '新建一个支部',
    ],
    empty: { answer: { branches: [], transfers: [], mayCreate: false, mayTransfer: false }, says: '还没有支部' },
  }),
  at({
    page: 'packages/branch/activity/activity',
    title: 'activity',
    query: { activityId: 'party-day' },
    endpoint: 'activity.get',
    says: ['李建国', '台前组织', '到了', '请假', '没来', '点完了'],
  }),
  at({
    page: 'packages/branch/walk-ins/walk-ins',
    title: 'walk-ins',
    endpoint: 'activity.listWalkIns',
    says: ['侯思远', '骑手安全学习 · 快递行业党支部 · 11 月 28 日 周六 9:00 · 小哥驿站', '同意', '不同意'],
    empty: { answer: { walkIns: [] }, says: '没有等着定的' },
  }),
  at({
    page: 'packages/desk/changes/changes',
    title: 'changes',
    endpoint: 'person.listChanges',
    says: [
      '何桂香',
      '名字改成何桂芳，号码改成 139 **** 0052',
      '微信核过这个号码。',
      '给改',
      '换了微信，要戴回：书记、在职党员',
      '是本人',
    ],
    empty: { answer: { changes: [] }, says: '没有等着看的' },
  }),
  at({
    page: 'packages/branch/reversals/reversals',
    title: 'reversals',
    endpoint: 'passbook.listReversals',
    says: [
      '李建国 · 支部大会，缺席',
      '组织生活分 10-16 一笔，记完余 182',
      '李建国提了异议：那天我请了假',
      '照旧',
      '李建国 · 上党课，到会',
      '王书记提请冲正：同一天记了两次',
      '签字，冲正',
      '您提的，得换一个人来签。',
    ],
    empty: { answer: { reversals: [] }, says: '没有要看的' },
  }),
  at({
    page: 'packages/branch/grants/grants',
    title: 'grants',
    endpoint: 'passbook.listGrants',
    says: [
      '您这个月还能提 15 分，一个人一个月最多 20 分。',
      '李建国 · 手工记分',
      '组织生活分，算在 2026 年 11 月 20 日',
      '暴雨那天夜里守在河堤上，一直到天亮',
      '王书记提的，等第二个人签字',
      '来签字',
      '李建国 · 老存折的余额',
      '您提的，得换一个人来签。',
    ],
    empty: { answer: { grants: [], room: { cap: 20, used: 0 } }, says: '没有等签字的' },
  }),
  at({
    page: 'packages/branch/alarms/alarms',
    title: 'alarms',
    endpoint: 'passbook.listAlarms',
    says: [
      '孙建国 · 服务分，第 5 笔',
      '比那天封存的时候短了（2026-11-24 的底账）。',
      '11 月 25 日 3:10 夜里对账查出来的',
      '和单子对过，少的那笔是搬库丢的',
      '支部委员侯秀英，11 月 26 日 9:12',
      '看这一本',
      '查清了，了结',
    ],
    empty: { answer: { alarms: [] }, says: '没有报警' },
  }),
]);

describe('search', () => {
  const { requesterName = '', number } = { ...replies['order.search'].orders[0]! };
  const open = async (answers: Parameters<typeof cloudOf>[0]) => {
    const calls = cloudOf(answers);
    const page = mountPage('packages/desk/search/search', {}, sessionOf(hats.secretary));
    await page.settle();
    const find = async (words: string) => {
      page.call('type', { value: words });
      page.call('find');
      await page.settle();
    };
    return { calls, page, find };
  };

  test('asks nothing at first, then shows whose order it is and no telephone number', async () => {
    const { calls, page, find } = await open({
      'order.search': answered({ ...replies['order.search'], next: 'after-this' }),
    });
    await find('  ');
    expect(calls).toEqual([]);
    expect(page.text()).toContain('办完的也找得到');
    await find(' 王奶奶 ');
    expect(page.text()).toContain('这个名字点的');
    expect(page.text()).toContain(`${number}\u00a0· ${requesterName}`);
    expect(page.text()).not.toMatch(/\d{3} \*{4}|1\d{10}/);
    page.call('changePage', { to: 'older' });
    await page.settle();
    expect(calls.map(({ input }) => input)).toEqual([{ words: '王奶奶' }, { words: '王奶奶', cursor: 'after-this' }]);
  });

  test('looks for words of an order, and narrows by month, step and grid', async () => {
    const grids = [
      { gridId: 'g1', name: '红色网格' },
      { gridId: 'g2', name: '黄色网格' },
    ];
    const { calls, page, find } = await open({
      'order.search': answered({ ...replies['order.search'], by: 'words', month: '2026-11', grids }),
    });
    expect(page.text()).not.toContain('哪个网格都行');
    page.call('chooseStatus', { value: '1' });
    await page.settle();
    expect(page.text()).toContain('待派');
    page.call('chooseGrid', { value: '2' });
    await page.settle();
    expect(page.text()).toContain('黄色网格');
    page.call('chooseWay', { value: 'words' });
    await find('水管');
    expect(page.text()).toContain('2026 年 11 月说到这事的');
    const filter = { status: 'submitted', placeId: 'g2' };
    expect(calls.map(({ input }) => input)).toEqual([
      { status: 'submitted' },
      filter,
      { ...filter, words: '水管', as: 'words' },
    ]);
  });

  test('says when there is no such order, and when the words are none of the four', async () => {
    const none = await open({ 'order.search': answered({ by: 'day', orders: [], grids: [] }) });
    await none.find('11-20');
    expect(none.page.text()).toContain('没有这样的单子');
    const unread = await open({ 'order.search': refused('INVALID_INPUT') });
    await unread.find('123');
    expect(unread.page.text()).toContain('看不懂这是单号、姓名、电话还是哪天');
  });
});
