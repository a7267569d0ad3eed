/** Every page in each of its states, drawn from one answer of the cloud. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { EndpointName, Output } from '../../miniprogram/contracts/api';
import type { SessionView } from '../../miniprogram/contracts/person';
import {
  answered,
  cloudOf,
  miniprogramFolder,
  mountPage,
  refused,
  type Answers,
  type MountedPage,
} from '../support/simulate';
import { closedView, completedView, workingView } from './samples/orders';
import { freshPhone } from './samples/phone';
import { bodies, hats, replies, sessionOf, visitor } from './samples/replies';

interface Case<Name extends EndpointName = EndpointName> {
  readonly page: string;
  readonly title: string;
  readonly query?: Record<string, string>;
  readonly as?: SessionView;
  /** What it asks first. */
  readonly endpoint: Name;
  readonly answer?: Output<Name>;
  readonly says: readonly string[];
  /** What it says over what the phone remembers, where it does. */
  readonly stale?: string;
  readonly empty?: { readonly answer: Output<Name>; readonly says: string };
}
const at = <Name extends EndpointName>(one: Case<Name>): Case => one as unknown as Case;
const home = (body: keyof typeof bodies, session: SessionView, says: readonly string[]): Case =>
  at({
    page: 'pages/home/home',
    title: `home, ${body}`,
    as: session,
    endpoint: 'home.get',
    answer: { session, body: bodies[body] },
    says,
  });

const cases: readonly Case[] = [
  at({
    page: 'packages/resident/card/card',
    title: 'card',
    query: { scene: 'abc' },
    endpoint: 'card.get',
    says: ['蓝色网格 · 三片区', '赵慧敏', '打给赵慧敏', '我要点单', '办到哪了', '0351-555 0112', '跑腿代办', '120'],
  }),
  at({
    page: 'packages/resident/card/card',
    title: 'card, renewed',
    query: { scene: 'old' },
    endpoint: 'card.get',
    answer: {
      state: 'renewed',
      communityName: '杏林社区',
      officePhone: '0351-5550112',
      renewedOn: '2026-10-03T00:00:00.000Z',
    },
    says: ['这张卡换新了', '10 月 3 日换的新卡', '打给社区办公室'],
  }),
  at({
    page: 'packages/resident/card/card',
    title: 'card, unknown',
    query: { scene: '?' },
    endpoint: 'card.get',
    answer: { state: 'unknown', hotline: '12345' },
    says: ['没认出这张卡', '打给 12345'],
  }),
  home('visitor', visitor, ['扫连心卡', '市民热线 12345', '110']),
  home('resident', sessionOf(hats.resident), [
    '柳巷 12 号院',
    '打给赵慧敏',
    '正在办的',
    '最晚 11 月 24 日 10:05 有人接',
  ]),
  home('member', sessionOf(hats.member, '孙立群'), [
    '孙立群，',
    '派给您的单',
    '我去',
    '去不了',
    '红色星期六',
    '11 月 28 日',
    '全部 9 个',
    '认领',
  ]),
  home('grid', sessionOf(hats.gridWorker), [
    '待派',
    '快到点',
    '要回电话',
    '一项代办',
    '我来办',
    '派单',
    '记一张电话点单',
    '发连心卡',
  ]),
  home('desk', sessionOf(hats.secretary), [
    '今天要您定的',
    '最久的已等 3 天 4 小时',
    '居民说办好了',
    '“办好”只数居民自己点头的 40 单',
    '组织生活',
  ]),
  home('branch', sessionOf(hats.secretary), [
    '组织生活',
    '十一月主题党日',
    '全支部的存折',
    '积分复核',
    '2 笔等第二个人签字',
  ]),
  home('other', sessionOf(hats.resident), ['这顶帽子眼下没有要办的']),
  at({
    page: 'pages/orders/orders',
    title: 'orders of a resident',
    as: sessionOf(hats.resident),
    endpoint: 'order.listMine',
    says: ['在办', '办完了', '等网格员看', '厨房水管漏水'],
    empty: { answer: { orders: [] }, says: '眼下没有在办的单' },
  }),
  at({
    page: 'pages/orders/orders',
    title: 'queue of a grid worker',
    as: sessionOf(hats.gridWorker),
    endpoint: 'order.listQueue',
    says: ['待派', '11', '派单', '电话点单', '代办 · 保密', '一项代办', '派给 3 人，还没人接', '催一催'],
    empty: { answer: { orders: [], counts: { waiting: 0, due: 0, callback: 0, inProgress: 0 } }, says: '这一栏是空的' },
  }),
  at({
    page: 'pages/orders/orders',
    title: 'orders of a member',
    as: sessionOf(hats.member),
    endpoint: 'order.listOffers',
    says: ['要办的', '办完了', '我去', '厨房水管漏水'],
    empty: { answer: { orders: [] }, says: '眼下没有派给您的单' },
  }),
  at({
    page: 'pages/orders/orders',
    title: 'orders of the secretary',
    as: sessionOf(hats.secretary),
    endpoint: 'order.getDesk',
    says: ['没人接', '等裁决', '给轮椅上的叔叔修坡道'],
  }),
  at({
    page: 'pages/me/me',
    title: 'me, a visitor',
    as: visitor,
    endpoint: 'person.getSession',
    answer: visitor,
    stale: '没取到新的，下面是刚才的',
    says: ['还没认识您', '长辈版'],
  }),
  at({
    page: 'pages/passbook/passbook',
    title: 'passbook',
    endpoint: 'passbook.get',
    says: [
      '存折余额',
      '186',
      '41 次',
      '李建国',
      '青年党员 · 由支部统一保管',
      '主题党日，到会',
      '+3',
      '支部大会，缺席',
      '−2',
      '我有异议',
      '冲正：重复记分',
      '两人复核 · 冲 10-16 一笔',
      '7F3A-92C1',
      '西堡村',
      '党支部',
      '记账',
    ],
  }),
  at({
    page: 'pages/me/me',
    title: 'me',
    endpoint: 'person.getSession',
    stale: '没取到新的，下面是刚才的',
    says: [
      '田广志',
      '138 **** 0021 · 杏林社区',
      '网格长',
      '现在戴着',
      '水电小分队队长',
      '换上',
      '长辈版',
      '谁看过我的电话',
      '2 条没看',
    ],
  }),
  at({
    page: 'packages/resident/progress/progress',
    title: 'progress, dispatched',
    query: { orderId: 'a' },
    endpoint: 'order.get',
    says: [
      '等人接单',
      '单号 2611-048372',
      '最晚 11 月 24 日 10:05 有人接',
      '到点没人接，社区书记会亲自来管。',
      '您点了单',
      '赵慧敏看过，派给了 2 位党员',
      '等党员接单',
      '您点头，才算办完',
      '打给赵慧敏',
      '不用了，撤单',
      '照片在审核',
    ],
  }),
  at({
    page: 'packages/resident/progress/progress',
    title: 'progress, completed',
    query: { orderId: 'a' },
    endpoint: 'order.get',
    answer: completedView,
    says: ['等您点头', '办好了吗', '换了一个弯头', '办好了，打完分', '没解决', '孙立群说办好了', '11 月 28 日前不说话'],
  }),
  at({
    page: 'packages/resident/progress/progress',
    title: 'progress, closed',
    query: { orderId: 'a' },
    endpoint: 'order.get',
    answer: closedView,
    says: ['您打的分', '准时、手艺好 · 来得快', '您点了头'],
  }),
  at({
    page: 'packages/resident/messages/messages',
    title: 'messages',
    endpoint: 'message.list',
    says: ['派给您一张单“厨房水管漏水”', '新的', '记了 +3 分'],
    empty: { answer: { messages: [] }, says: '还没有消息' },
  }),
  at({
    page: 'packages/resident/reveals/reveals',
    title: 'reveals',
    endpoint: 'person.listReveals',
    says: ['赵慧敏 · 网格员', '为单号 2611-048372'],
    empty: { answer: { reveals: [] }, says: '没有人看过' },
  }),
  at({
    page: 'packages/resident/place/place',
    title: 'place',
    endpoint: 'place.listChildren',
    says: ['蓝色网格', '12 号院'],
    empty: { answer: { places: [] }, says: '再往下没有了' },
  }),
  at({
    page: 'packages/member/order/order',
    title: 'order of a member at work',
    query: { orderId: 'a' },
    endpoint: 'order.get',
    answer: workingView,
    says: ['在办', '王奶奶', '13800000021', '办好了，结单', '去不了了', '孙立群接了单'],
  }),
  at({
    page: 'packages/member/order/order',
    title: 'order of a member, closed',
    query: { orderId: 'a' },
    endpoint: 'order.get',
    answer: closedView,
    says: ['居民打的分', '服务存折记了 +5 分'],
  }),
  at({
    page: 'packages/member/goer/goer',
    title: 'goer',
    query: { orderId: 'a' },
    endpoint: 'order.suggest',
    says: ['队里谁去合适', '孙立群', '本月 1 单', '同一个院', '先选谁去'],
  }),
  at({
    page: 'packages/member/wishes/wishes',
    title: 'wishes',
    endpoint: 'order.listWishes',
    says: ['教我用手机挂号', '绿色网格', '认领'],
    empty: { answer: { orders: [] }, says: '心愿都有人认领了' },
  }),
  at({
    page: 'packages/grid/dispatch/dispatch',
    title: 'dispatch',
    query: { orderId: 'a' },
    endpoint: 'order.suggest',
    says: [
      '提出 53 分钟',
      '接口那儿一直滴',
      '照片在审核',
      '王桂兰',
      '138 **** 0021',
      '谁去合适',
      '孙立群',
      '本月 1 单',
      '同一个院',
      '会水电',
      '下午上班',
      '水电小分队',
      '队长 田广志',
      '6 人有空',
      '先选谁去',
      '转给别处办',
    ],
  }),
  at({
    page: 'packages/grid/cards/cards',
    title: 'cards',
    endpoint: 'card.list',
    says: ['新发一张', '柳巷 12 号院', '赵慧敏 昨天 10:00 发的 · 大字版', '补发', '已换新'],
    empty: { answer: { cards: [] }, says: '还没有发过卡' },
  }),
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
    empty: { answer: { activities: [] }, says: '还没有安排活动' },
  }),
  at({
    page: 'packages/branch/activity/activity',
    title: 'activity',
    query: { activityId: 'party-day' },
    endpoint: 'activity.get',
    says: ['李建国', '台前组织', '到了', '请假', '没来', '点完了，记账'],
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
];

const sample = new Date('2026-11-21T13:00:00.000Z');
beforeEach(() => {
  freshPhone();
  jest.spyOn(Date, 'now').mockReturnValue(sample.getTime());
});
afterEach(() => {
  jest.restoreAllMocks();
  document.body.innerHTML = '';
});

const answersOf = ({ endpoint, answer }: Case): Answers => ({ [endpoint]: answered(answer ?? replies[endpoint]) });
const open = (one: Case): MountedPage => mountPage(one.page, one.query, one.as ?? sessionOf(hats.gridLeader));

describe.each(cases)('$title', (one) => {
  test('begins with grey places, then says what the cloud answered', async () => {
    const calls = cloudOf(answersOf(one));
    const page = open(one);
    expect(page.dom.innerHTML).toContain('--bone');
    await page.settle();
    for (const words of one.says) expect(page.text()).toContain(words);
    expect(page.dom.innerHTML).not.toContain('--bone');
    expect(calls[0]?.name).toBe(one.endpoint);
    expect(page.text()).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('opens with one call and at most two setData of at most 16 KB', async () => {
    const calls = cloudOf(answersOf(one));
    const page = open(one);
    await page.settle();
    expect(calls.filter((call) => call.name === one.endpoint)).toHaveLength(1);
    const loads = page.changes.filter((change) => !('look' in change && Object.keys(change).length === 1));
    expect(loads.length).toBeLessThanOrEqual(2);
    for (const change of page.changes) expect(JSON.stringify(change).length).toBeLessThanOrEqual(16 * 1024);
  });

  test('says why it could not open, and tries again', async () => {
    cloudOf({ [one.endpoint]: refused('INTERNAL') });
    const page = open(one);
    await page.settle();
    expect(page.text()).toContain(one.stale ?? '我们这边出了点问题，过一会儿再试。');
    cloudOf(answersOf(one));
    page.call('retry');
    await page.settle();
    expect(page.text()).toContain(one.says[0]);
  });

  test('stays within 400 nodes, 15 deep', async () => {
    cloudOf(answersOf(one));
    const page = open(one);
    await page.settle();
    const own = readFileSync(path.join(miniprogramFolder, `${one.page}.wxml`), 'utf8');
    expect(own).not.toMatch(/<image(?![^>]*mode=)/);
    expect(page.dom.querySelectorAll('*').length).toBeLessThanOrEqual(400);
  });
});

describe.each(cases.filter((one) => one.empty !== undefined))('$title', (one) => {
  test('says when there is nothing', async () => {
    cloudOf({ [one.endpoint]: answered(one.empty?.answer) } as Answers);
    const page = open(one);
    await page.settle();
    expect(page.text()).toContain(one.empty?.says);
  });
});
