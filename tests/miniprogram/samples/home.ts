/** First screens for each kind of hat, and the card that leads to them. */
import type { Output } from '../../../miniprogram/contracts/api';
import type { HomeBody } from '../../../miniprogram/contracts/home';
import { activities } from './activities';
import { stationPageSample, trainingSample } from './stations';
import { alertSample, householdSample } from './visits';
import { errand, leak, offered, phoned, ramp, wishes } from './orders';

export const counts = { waiting: 3, late: 1, due: 2, callback: 4, inProgress: 11 };
const worker = { name: '赵慧敏', phone: '0351-5550107' };
export const deskSample: Output<'order.getDesk'> = {
  overdue: { count: 2, oldestHours: 76 },
  returned: { count: 1, title: '柳巷路灯，两个网格都说不归自己' },
  reopened: { count: 0 },
  withheld: { count: 2, late: 1 },
  waiting: { contests: 1, reversals: 2, alarms: 1 },
  orders: [ramp],
  month: {
    until: '2026-11-21T13:00:00.000Z',
    created: 48,
    solved: 40,
    helpers: 43,
    unrated: 5,
    unreachable: 0,
    unsolved: 3,
    enteredByStaff: 6,
    confirmedByCall: 2,
    reopened: 1,
    refused: 1,
    impossible: 1,
    cancelled: 2,
    merged: 1,
    transferred: 3,
    rating: { average: 4.6, of: 38 },
  },
  months: [
    { month: '2026-06', created: 37, solved: 30 },
    { month: '2026-07', created: 44, solved: 34 },
    { month: '2026-08', created: 31, solved: 26 },
    { month: '2026-09', created: 55, solved: 44 },
    { month: '2026-10', created: 61, solved: 52 },
    { month: '2026-11', created: 48, solved: 40 },
  ],
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
  grid: {
    for: 'grid',
    counts,
    orders: [leak, errand, phoned, ramp],
    shortcuts: ['intake', 'cards', 'visits', 'moves'],
    moves: 2,
    alerts: [alertSample],
  },
  lane: { for: 'lane', counts, households: [householdSample], hasMore: true },
  desk: { for: 'desk', desk: deskSample },
  branch: { for: 'branch', activities, waiting: { contests: 0, reversals: 2, alarms: 0 } },
  courier: {
    for: 'courier',
    site: { siteId: 'site1', name: '义井东街快递站点1', expiresAt: '2027-05-01T02:00:00.000Z' },
    records: [trainingSample],
  },
  keeper: { for: 'keeper', stations: stationPageSample, offers: [offered] },
  instructor: { for: 'instructor', orgName: '快递行业党支部', records: [trainingSample] },
  other: { for: 'other', shortcuts: [] },
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
