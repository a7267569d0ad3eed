import type { AlertView } from '../../../miniprogram/contracts/alert';
import type { EndpointName, Output } from '../../../miniprogram/contracts/api';
import type { ComplaintView } from '../../../miniprogram/contracts/complaint';
import type { MoveView } from '../../../miniprogram/contracts/residence';
import type { HouseholdView } from '../../../miniprogram/contracts/visit';

type VisitName = Extract<
  EndpointName,
  `visit.${string}` | `residence.${string}` | `alert.${string}` | `complaint.${string}` | 'order.listNews'
>;

/** One that waits for whoever reads it. */
export const complaintSample: ComplaintView = {
  ...{ complaintId: 'co1', about: 'staff', words: '打了三次电话没人接', at: '2026-11-20T02:00:00.000Z' },
  ...{ state: 'open', receiver: 'secretary', answerBy: '2026-11-27T02:00:00.000Z', isLate: false },
  ...{ byName: '王桂兰', mayAnswer: true },
};
export const answeredComplaint: ComplaintView = {
  ...complaintSample,
  ...{ state: 'answered', mayAnswer: false },
  answer: { words: '问过了，以后有人接', name: '秦望川', hat: 'secretary', at: '2026-11-21T02:00:00.000Z' },
};

/** Somebody who lives alone, and whom somebody is to visit again. */
export const householdSample: HouseholdView = {
  placeId: 'h1',
  label: '柳巷 12 号院 2 户',
  residents: [
    {
      ...{ personId: 'wang', name: '王桂兰', tenant: false, alone: true },
      heard: { byName: '赵慧敏', at: '2026-11-12T02:00:00.000Z' },
    },
    { personId: 'cao', name: '曹嘉琪', tenant: true, alone: false },
  ],
  people: 2,
  alone: true,
  last: { day: '2026-11-10', byName: '鲁翠莲' },
  missed: { day: '2026-11-18', byName: '鲁翠莲' },
  planned: { day: '2026-11-25', byName: '鲁翠莲' },
  dueDay: '2026-11-17',
};

/** Somebody called a moment ago, and nobody has answered. */
export const alertSample: AlertView = {
  alertId: 'al1',
  need: 'illness',
  state: 'open',
  placeLabel: '柳巷 12 号院 2 户',
  gridName: '蓝色网格',
  colour: 'blue',
  at: '2026-11-21T01:05:00.000Z',
  name: '王桂兰',
  phone: '16400000021',
  toldNames: ['赵慧敏', '郝文斌'],
};

export const moveSample: MoveView = {
  moveId: 'mv1',
  direction: 'in',
  state: 'asked',
  name: '尹小川',
  phone: '164 **** 0071',
  tenure: 'tenant',
  placeLabel: '柳巷 12 号院 2 户',
  day: '2026-11-20',
  askedBy: '任福贵',
  at: '2026-11-20T02:00:00.000Z',
  mayDecide: true,
  mayWithdraw: false,
  known: [{ personId: 'cao', name: '曹嘉琪', placeLabel: '柳巷 12 号院 1 户' }],
};

const visit = {
  visitId: 'vi1',
  day: '2026-11-10',
  byName: '鲁翠莲',
  hat: 'laneChief',
  outcome: 'well',
  note: '晚上才在家',
} as const;

/** What the endpoints of visits and moves answer. */
export const visitReplies = {
  'visit.listHouseholds': { households: [householdSample] },
  'visit.getHousehold': {
    household: householdSample,
    visits: [
      visit,
      { ...visit, visitId: 'vi2', byName: '任福贵', hat: 'courtyardHead', confirmation: 'asked', outcome: 'help' },
    ],
    mayRegister: true,
    mayRecordAlone: true,
  },
  'visit.plan': householdSample,
  'visit.record': householdSample,
  'visit.recordAlone': householdSample,
  'visit.revealPhone': { name: '王桂兰', phone: '16400000001' },
  'visit.listToConfirm': {
    visits: [{ visitId: 'vi2', label: '柳巷 12 号院 2 户', day: '2026-11-20', byName: '任福贵', own: true }],
  },
  'visit.confirm': visit,
  'residence.registerIn': moveSample,
  'residence.registerOut': { ...moveSample, direction: 'out' },
  'alert.raise': { alertId: 'al1', at: '2026-11-21T01:10:00.000Z', toldName: '赵慧敏', again: false },
  'alert.list': { alerts: [alertSample] },
  'alert.settle': { ...alertSample, state: 'settled', outcome: 'reached', settledBy: '赵慧敏' },
  'order.listNews': {
    orders: [
      {
        orderId: 'order-leak',
        number: '2611-048372',
        title: '厨房水管漏水',
        placeName: '柳巷 12 号院',
        name: '王桂兰',
        news: [
          { kind: 'dispatched', at: '2026-11-21T01:10:00.000Z' },
          { kind: 'accepted', at: '2026-11-21T02:10:00.000Z' },
        ],
      },
    ],
  },
  'complaint.make': complaintSample,
  'complaint.list': { complaints: [complaintSample], receives: true },
  'complaint.answer': answeredComplaint,
  'residence.list': { moves: [moveSample] },
  'residence.withdraw': { ...moveSample, state: 'withdrawn', mayDecide: false },
  'residence.decide': { ...moveSample, state: 'confirmed', mayDecide: false },
} satisfies { readonly [Name in VisitName]: Output<Name> };
