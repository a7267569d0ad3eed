/** One answer of the cloud for every endpoint, typed by the contract: pages are drawn from these in tests. */
import type { EndpointName, Output } from '../../../miniprogram/contracts/api';
import type { ActivitySummary, ActivityView } from '../../../miniprogram/contracts/activity';
import type { HatView } from '../../../miniprogram/contracts/hat';
import type { SessionView } from '../../../miniprogram/contracts/person';
import type { HomeBody } from '../../../miniprogram/contracts/home';
import type { EntryView, PassbookView, ReversalView } from '../../../miniprogram/contracts/passbook';
import {
  closedView,
  dispatchedView,
  errand,
  leak,
  leakView,
  offered,
  phoned,
  ramp,
  suggestions,
  wishes,
} from './orders';

export const hats = {
  gridLeader: {
    key: 'gridLeader@blue',
    hat: 'gridLeader',
    placeName: '蓝色网格',
    colour: 'blue',
    detail: '党小组组长兼任',
  },
  captain: {
    key: 'teamCaptain@repair',
    hat: 'teamCaptain',
    placeName: '在职党员 · 6 人',
    colour: 'red',
    detail: '水电小分队',
  },
  resident: { key: 'resident@7', hat: 'resident', placeName: '柳巷 7 号院', colour: 'green' },
  member: { key: 'member@blue', hat: 'member', placeName: '蓝色网格', colour: 'blue', detail: '水电小分队' },
  gridWorker: { key: 'gridWorker@blue', hat: 'gridWorker', placeName: '蓝色网格', colour: 'blue' },
  secretary: { key: 'secretary@xinglin', hat: 'secretary', placeName: '杏林社区' },
} satisfies Record<string, HatView>;

export const sessionOf = (worn: HatView, name = '田广志'): SessionView => ({
  personId: 'tian',
  name,
  phone: '138 **** 0021',
  communityName: '杏林社区',
  hats: [hats.gridLeader, hats.captain, hats.resident, ...(worn.key in known ? [] : [worn])],
  hat: worn.key,
  elder: false,
  unread: 2,
});
const known: Record<string, true> = {
  [hats.gridLeader.key]: true,
  [hats.captain.key]: true,
  [hats.resident.key]: true,
};
export const visitor: SessionView = { hats: [], hat: 'anonymous', elder: false, unread: 0 };

const counts = { waiting: 3, due: 2, callback: 4, inProgress: 11 };
const worker = { name: '赵慧敏', phone: '0351-5550107' };
export const deskSample: Output<'order.getDesk'> = {
  overdue: { count: 2, oldestHours: 76 },
  returned: { count: 1, title: '柳巷路灯，两个网格都说不归自己' },
  reopened: { count: 0 },
  waiting: { contests: 1, reversals: 2 },
  orders: [ramp],
  month: { until: '2026-11-21T13:00:00.000Z', created: 48, solved: 40, unrated: 5, unsolved: 3 },
  months: [
    { month: '2026-06', created: 37, solved: 30 },
    { month: '2026-07', created: 44, solved: 34 },
    { month: '2026-08', created: 31, solved: 26 },
    { month: '2026-09', created: 55, solved: 44 },
    { month: '2026-10', created: 61, solved: 52 },
    { month: '2026-11', created: 48, solved: 40 },
  ],
};

export const activities: ActivitySummary[] = [
  {
    activityId: 'party-day',
    title: '十一月主题党日',
    kind: 'party-day',
    startsAt: '2026-11-28T01:00:00.000Z',
    placeName: '党群服务中心',
    state: 'open',
    expected: 31,
    present: 0,
    excused: 0,
    mine: 'expected',
  },
  {
    activityId: 'lecture',
    title: '上党课',
    kind: 'lecture',
    startsAt: '2026-11-14T01:00:00.000Z',
    placeName: '党群服务中心',
    state: 'closed',
    expected: 0,
    present: 28,
    excused: 2,
    mine: 'present',
  },
];
export const openActivity: ActivityView = {
  ...(activities[0] as ActivitySummary),
  version: 4,
  mayMark: true,
  mayClose: true,
  people: [
    { personId: 'li', name: '李建国', state: 'present', role: 'organiser' },
    { personId: 'sun', name: '孙立群', state: 'excused' },
    { personId: 'ma', name: '马晓雯', state: 'expected' },
  ],
};

type Written = Pick<EntryView, 'sequence' | 'title' | 'points' | 'balance'> & { readonly day: string };
const entry = ({ day, ...written }: Written): EntryView => ({
  ...written,
  entryId: `entry-${written.sequence}`,
  at: `${day}T02:00:00.000Z`,
  cause: written.points > 0 ? 'attended' : 'absent',
  reversed: false,
  proposed: false,
  mayContest: true,
  mayPropose: true,
  mayUphold: false,
});
export const bookSample: PassbookView = {
  personId: 'li',
  name: '李建国',
  unit: 'organization',
  units: ['organization', 'service'],
  memberClass: 'young',
  branchName: '西堡村党支部',
  balance: 186,
  countThisYear: 41,
  entries: [
    entry({ sequence: 41, day: '2026-11-14', title: '主题党日', points: 3, balance: 186 }),
    entry({ sequence: 40, day: '2026-10-31', title: '支部大会', points: -2, balance: 183 }),
    { ...entry({ sequence: 39, day: '2026-10-24', title: '主题党日', points: 6, balance: 185 }), cause: 'organised' },
    {
      ...entry({ sequence: 38, day: '2026-10-17', title: '重复记分', points: -3, balance: 179 }),
      cause: 'reversal',
      reversal: {
        ofSequence: 37,
        ofAt: '2026-10-16T02:00:00.000Z',
        reason: '重复记分',
        by: '王书记',
        second: '田广志',
      },
      mayContest: false,
      mayPropose: false,
    },
    {
      ...entry({ sequence: 37, day: '2026-10-16', title: '上党课', points: 3, balance: 182 }),
      reversed: true,
      mayContest: false,
      mayPropose: false,
    },
  ],
  next: 'more',
  checkCode: '7F3A-92C1',
  mine: true,
};
const reversal: ReversalView = {
  reversalId: 'reversal-1',
  state: 'proposed',
  entryId: 'entry-37',
  personId: 'li',
  personName: '李建国',
  unit: 'organization',
  at: '2026-10-16T02:00:00.000Z',
  title: '上党课',
  cause: 'attended',
  points: 3,
  balance: 182,
  reason: '同一天记了两次',
  proposedBy: '王书记',
  mayPropose: false,
  mayUphold: false,
  maySign: true,
};
const objection: ReversalView = {
  ...reversal,
  reversalId: 'reversal-3',
  entryId: 'entry-40',
  state: 'contested',
  title: '支部大会',
  cause: 'absent',
  points: -2,
  contest: '那天我请了假',
  mayPropose: true,
  mayUphold: true,
  maySign: false,
};

export const bodies = {
  visitor: { for: 'visitor', hotline: '12345' },
  resident: {
    for: 'resident',
    gridName: '蓝色网格',
    colour: 'blue',
    placeName: '柳巷 12 号院',
    worker,
    onDuty: true,
    call: { ...worker, to: 'worker' },
    officePhone: '0351-5550112',
    orders: [{ ...offered, actions: ['cancel'] }],
  },
  member: {
    for: 'member',
    offers: [offered],
    doing: [],
    wishes,
    wishTotal: 9,
    redSaturday: '2026-11-28T00:00:00.000Z',
  },
  grid: { for: 'grid', counts, orders: [leak, errand, phoned, ramp], shortcuts: ['intake', 'cards'] },
  desk: { for: 'desk', desk: deskSample },
  branch: { for: 'branch', activities, waiting: { contests: 0, reversals: 2 } },
  other: { for: 'other' },
} satisfies Record<HomeBody['for'], HomeBody>;

export const cardSample: Extract<Output<'card.get'>, { state: 'open' }> = {
  state: 'open',
  communityName: '杏林社区',
  gridName: '蓝色网格',
  colour: 'blue',
  sectionName: '三片区',
  placeName: '柳巷 12 号院',
  worker,
  onDuty: true,
  call: { ...worker, to: 'worker' },
  office: { phone: '0351-5550112', address: '迎宾路 3 号一楼', hours: '8:30 至 18:00' },
  dutyPhone: '0351-5550119',
  services: ['跑腿代办', '水电维修', '陪诊送药', '孩子入学', '生育登记', '法律咨询', '心里烦，想聊聊'],
};

const page = { orders: [leak, offered] };
const sound = { state: 'sound', entries: 41, balance: 186, checkCode: '7F3A-92C1' } as const;
const issued = {
  token: 'abc',
  placeName: '柳巷 12 号院',
  issuedAt: '2026-11-20T02:00:00.000Z',
  issuedBy: '赵慧敏',
  state: 'open',
  size: 'large',
} as const;
const session = sessionOf(hats.gridLeader);

export const replies: { readonly [Name in EndpointName]: Output<Name> } = {
  'activity.list': { activities },
  'activity.get': openActivity,
  'activity.create': openActivity,
  'activity.mark': openActivity,
  'activity.close': { ...openActivity, state: 'closed', mayMark: false, mayClose: false },
  'card.get': cardSample,
  'card.list': { cards: [issued, { ...issued, token: 'old', state: 'renewed', size: 'normal' }] },
  'card.issue': issued,
  'card.reissue': issued,
  'card.getCode': { fileId: 'cloud://code', fileUrl: 'https://code.test/abc.png' },
  'file.getHealth': { ready: true },
  'file.getTask': { taskId: 't1', kind: 'import', state: 'waiting', progress: 120, fileIds: [] },
  'message.list': {
    messages: [
      {
        messageId: 'm1',
        kind: 'offered',
        at: '2026-11-21T12:30:00.000Z',
        read: false,
        orderId: 'order-leak',
        title: '厨房水管漏水',
        until: '2026-11-24T02:05:00.000Z',
      },
      { messageId: 'm2', kind: 'points', at: '2026-11-20T12:30:00.000Z', read: true, title: '主题党日', points: 3 },
    ],
  },
  'message.markRead': { unread: 0 },
  'message.grant': { credits: { 'order-news': 1, 'offer-news': 0, 'deadline-news': 0 } },
  'order.create': dispatchedView,
  'order.intake': dispatchedView,
  'order.findSimilar': {
    order: { orderId: 'order-pressure', title: '水压小', createdAt: '2026-11-20T02:00:00.000Z', version: 1 },
  },
  'order.join': dispatchedView,
  'order.listMine': page,
  'order.get': dispatchedView,
  'order.listQueue': { orders: [leak, errand, phoned, ramp], counts },
  'order.listOffers': page,
  'order.listWishes': { orders: wishes },
  'order.suggest': { order: leakView, suggestions },
  'order.dispatch': dispatchedView,
  'order.accept': dispatchedView,
  'order.decline': dispatchedView,
  'order.release': dispatchedView,
  'order.complete': dispatchedView,
  'order.confirm': closedView,
  'order.reopen': dispatchedView,
  'order.cancel': dispatchedView,
  'order.refuse': dispatchedView,
  'order.merge': dispatchedView,
  'order.transfer': dispatchedView,
  'order.remind': dispatchedView,
  'order.revealPhone': { name: '王奶奶', phone: '13800000021' },
  'order.getDesk': deskSample,
  'passbook.get': bookSample,
  'passbook.list': {
    people: [
      { personId: 'li', name: '李建国', balance: 186, countThisYear: 41, contested: 1 },
      { personId: 'ma', name: '马晓雯', balance: -2, countThisYear: 3, contested: 0 },
    ],
  },
  'passbook.verify': sound,
  'passbook.audit': { books: 31, broken: [] },
  'passbook.contest': {
    ...entry({ sequence: 40, day: '2026-10-31', title: '支部大会', points: -2, balance: 183 }),
    contest: { state: 'open', words: '那天我请了假' },
    mayContest: false,
  },
  'passbook.uphold': {
    ...entry({ sequence: 40, day: '2026-10-31', title: '支部大会', points: -2, balance: 183 }),
    contest: { state: 'upheld', words: '那天我请了假', answer: { words: '没有请假条', by: '王书记' } },
    mayContest: false,
  },
  'passbook.proposeReversal': { ...reversal, mine: 'proposal', maySign: false },
  'passbook.listReversals': {
    reversals: [objection, reversal, { ...reversal, reversalId: 'reversal-2', mine: 'proposal', maySign: false }],
  },
  'passbook.signReversal': reversal,
  'person.getSession': session,
  'home.get': { session, body: bodies.grid },
  'person.switchHat': session,
  'person.saveSettings': { ...session, elder: true },
  'person.register': session,
  'person.listReveals': {
    reveals: [{ at: '2026-11-20T02:00:00.000Z', byName: '赵慧敏', hat: 'gridWorker', orderNumber: '2611-048372' }],
  },
  'place.listChildren': {
    places: [
      { placeId: 'blue', kind: 'grid', name: '蓝色网格', label: '蓝色网格', colour: 'blue', hasMore: true },
      { placeId: 'yard', kind: 'courtyard', name: '12 号院', label: '柳巷 12 号院', hasMore: false },
    ],
  },
};
