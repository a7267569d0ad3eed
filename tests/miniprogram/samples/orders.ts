/** Orders as the cloud answers them, typed by the contract. */
import type { OrderSummary, OrderView } from '../../../miniprogram/contracts/order';
import type { SuggestionView } from '../../../miniprogram/contracts/suggestion';

/** The evening that the samples are told on: 2026-11-21 21:00 in Shanghai. */
export const sampleNow = '2026-11-21T13:00:00.000Z';

export const leak: OrderSummary = {
  orderId: 'order-leak',
  number: '2611-048372',
  kind: 'service',
  category: 'repair',
  status: 'submitted',
  title: '厨房水管漏水，地上都是水',
  private: false,
  source: 'card',
  urgent: false,
  placeName: '柳巷 12 号院',
  gridName: '蓝色网格',
  colour: 'blue',
  requesterKind: 'alone',
  when: 'today-afternoon',
  createdAt: '2026-11-21T12:07:00.000Z',
  late: false,
  offered: 0,
  returns: 0,
  actions: ['dispatch', 'refuse', 'transfer'],
  version: 1,
};
export const errand: OrderSummary = {
  ...leak,
  orderId: 'order-errand',
  kind: 'agency',
  category: 'birth',
  private: true,
  placeName: '柳巷 3 号院',
  requesterKind: 'tenant',
  createdAt: '2026-11-21T10:50:00.000Z',
  actions: ['accept'],
};
delete (errand as { title?: string }).title;
export const phoned: OrderSummary = {
  ...leak,
  orderId: 'order-phoned',
  category: 'escort',
  source: 'phone',
  title: '想找人陪着去医院复查',
  placeName: '柳巷 5 号院',
  createdAt: '2026-11-21T00:40:00.000Z',
};
export const ramp: OrderSummary = {
  ...leak,
  orderId: 'order-ramp',
  status: 'dispatched',
  title: '给轮椅上的叔叔修坡道',
  createdAt: '2026-11-18T07:00:00.000Z',
  acceptBy: '2026-11-21T18:00:00.000Z',
  offered: 3,
  actions: ['remind'],
  version: 3,
};
export const offered: OrderSummary = {
  ...leak,
  status: 'dispatched',
  createdAt: '2026-11-21T01:12:00.000Z',
  acceptBy: '2026-11-24T02:05:00.000Z',
  offered: 2,
  actions: ['accept', 'decline'],
  version: 2,
};
export const wishes: OrderSummary[] = [
  {
    ...leak,
    orderId: 'wish-glasses',
    kind: 'wish',
    category: 'wish',
    status: 'dispatched',
    title: '想要一副老花镜，300 度',
    gridName: '红色网格',
    colour: 'red',
    actions: ['accept'],
  },
  {
    ...leak,
    orderId: 'wish-phone',
    kind: 'wish',
    category: 'wish',
    status: 'dispatched',
    title: '教我用手机挂号',
    gridName: '绿色网格',
    colour: 'green',
    requesterKind: 'resident',
    actions: ['accept'],
  },
  {
    ...leak,
    orderId: 'wish-park',
    kind: 'wish',
    category: 'wish',
    status: 'dispatched',
    title: '想去看看新修的公园',
    gridName: '紫色网格',
    colour: 'purple',
    requesterKind: 'resident',
    actions: ['accept'],
  },
];

/** As the grid worker decides on it. */
export const leakView: OrderView = {
  ...leak,
  words: '厨房水管漏水，地上都是水。接口那儿一直滴。',
  photos: [{ fileId: 'cloud://one', state: 'checking' }],
  requester: { name: '王桂兰', phone: '138 **** 0021', mayCall: true },
  acceptWithinHours: 72,
  trail: [{ at: '2026-11-21T12:07:00.000Z', action: 'create', hat: 'resident' }],
};

/** Sent back twice: the secretary rules. */
export const returnedView: OrderView = {
  ...leakView,
  returns: 2,
  acceptBy: '2026-11-21T09:00:00.000Z',
  late: true,
  trail: [
    ...leakView.trail,
    { at: '2026-11-21T12:20:00.000Z', action: 'dispatch', byName: '赵慧敏', hat: 'gridWorker', count: 1 },
    { at: '2026-11-21T12:30:00.000Z', action: 'decline', byName: '孙立群', hat: 'member', reason: 'not-my-skill' },
    {
      at: '2026-11-21T12:50:00.000Z',
      action: 'release',
      byName: '马晓雯',
      hat: 'member',
      reason: 'cannot-reach',
      note: '敲门没人应',
    },
  ],
};

export const dispatchedView: OrderView = {
  ...offered,
  actions: ['cancel'],
  photos: [{ fileId: 'cloud://one', state: 'checking' }],
  worker: { name: '赵慧敏', phone: '0351-5550107' },
  call: { to: 'worker', name: '赵慧敏', phone: '0351-5550107' },
  trail: [
    { at: '2026-11-21T01:12:00.000Z', action: 'create', hat: 'resident' },
    {
      at: '2026-11-21T02:05:00.000Z',
      action: 'dispatch',
      byName: '赵慧敏',
      hat: 'gridWorker',
      count: 2,
      note: '都会修水管，一位就住 12 号院',
    },
  ],
};
export const acceptedView: OrderView = {
  ...dispatchedView,
  status: 'accepted',
  assigneeName: '孙立群',
  assignee: { name: '孙立群', phone: '13800005521', mayCall: true },
  finishCode: '4071',
  version: 3,
  trail: [
    ...dispatchedView.trail,
    { at: '2026-11-21T03:40:00.000Z', action: 'accept', byName: '孙立群', hat: 'member' },
  ],
};
export const completedView: OrderView = {
  ...acceptedView,
  status: 'completed',
  actions: ['confirm', 'reopen'],
  version: 4,
  lapsesAt: '2026-11-28T09:00:00.000Z',
  evidence: {
    kind: 'photo',
    photos: [
      {
        fileId: 'cloud://two',
        state: 'shown',
        url: 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
      },
    ],
    note: '换了一个弯头',
  },
  trail: [
    ...acceptedView.trail,
    { at: '2026-11-21T09:00:00.000Z', action: 'complete', byName: '孙立群', hat: 'member' },
  ],
};
delete (completedView as { finishCode?: string }).finishCode;
export const closedView: OrderView = {
  ...completedView,
  status: 'closed',
  outcome: 'solved',
  actions: [],
  version: 5,
  rating: { stars: 5, tags: ['on-time', 'skilled'], words: '来得快', via: 'requester' },
  award: { points: 5, entryId: 'order:order-leak:award' },
  trail: [...completedView.trail, { at: '2026-11-21T10:00:00.000Z', action: 'confirm', hat: 'resident' }],
};
export const memberView: OrderView = {
  ...dispatchedView,
  actions: ['accept', 'decline'],
  requester: { name: '王奶奶', phone: '138 **** 0021', mayCall: false },
};
export const workingView: OrderView = {
  ...acceptedView,
  actions: ['complete', 'release'],
  requester: { name: '王奶奶', phone: '13800000021', mayCall: true },
};

export const suggestions: SuggestionView[] = [
  {
    memberId: 'sun',
    name: '孙立群',
    load: 1,
    reasons: [
      { reason: 'same-courtyard', against: false },
      { reason: 'skill', against: false },
      { reason: 'free-then', against: false },
    ],
  },
  {
    memberId: 'ma',
    name: '马晓雯',
    load: 0,
    reasons: [
      { reason: 'skill', against: false },
      { reason: 'free-on-saturday', against: false },
      { reason: 'at-work-then', against: true },
    ],
  },
  { memberId: 'tian', name: '田广志', load: 7, team: { name: '水电小分队', free: 6 }, reasons: [] },
];
