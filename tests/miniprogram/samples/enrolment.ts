import type { EndpointName, Output } from '../../../miniprogram/contracts/api';
import { welcomeItems, type EnrolmentView, type FunnelView } from '../../../miniprogram/contracts/enrolment';

type EnrolmentName = Extract<EndpointName, `enrolment.${string}`>;

export const gridSample = { gridId: 'g1', name: '红色网格', colour: 'red' } as const;

/** A member who is enrolled, with the letter read and the rest to come. */
export const enrolmentSample: EnrolmentView = {
  personId: 'zhang',
  name: '张海涛',
  state: 'enrolled',
  channel: 'group',
  gridName: '红色网格',
  colour: 'red',
  at: '2026-11-20T01:00:00.000Z',
  welcomed: 1,
  enrolledAt: '2026-11-20T01:00:00.000Z',
  byName: '郝文斌',
  welcome: welcomeItems.map((item) =>
    item === 'letter'
      ? { item, at: '2026-11-20T02:00:00.000Z', byName: '郝文斌', mayTick: false, mayClear: false }
      : { item, mayTick: item !== 'badge', mayClear: false },
  ),
  skills: [],
  mayDecide: false,
  centreSince: '2026-11-21T01:00:00.000Z',
  hours: { work: [], free: [{ days: [6, 7], fromMinute: 540, toMinute: 720 }] },
};

const figures = { asked: 232, waiting: 2, refused: 1, enrolled: 229, welcomed: 118, serving: 64 };

export const funnelSample: FunnelView = {
  lines: [
    { channel: 'group', asked: 120, waiting: 0, refused: 0, enrolled: 120, welcomed: 80, serving: 40 },
    { channel: 'online', asked: 112, waiting: 2, refused: 1, enrolled: 109, welcomed: 38, serving: 24 },
  ],
  total: figures,
  grids: [{ ...gridSample, enrolled: 24, mayEnrol: true }],
  centres: { households: 27, buildings: 24, sections: 10 },
  channels: [{ channel: 'group' }, { channel: 'online' }, { channel: 'free1', name: '小哥站点' }],
};

/** What the endpoints of enrolment answer. */
export const enrolmentReplies = {
  'enrolment.get': { enrolment: enrolmentSample, grids: [gridSample], homeGridId: 'g1' },
  'enrolment.request': { ...enrolmentSample, state: 'asked' },
  'enrolment.decide': enrolmentSample,
  'enrolment.addGroup': { outcomes: [{ name: '尹向东', outcome: 'enrolled' }] },
  'enrolment.list': { enrolments: [enrolmentSample] },
  'enrolment.getFunnel': funnelSample,
  'enrolment.getPresence': {
    personId: 'zhang',
    name: '张海涛',
    gridName: '红色网格',
    colour: 'red',
    enrolled: { at: '2026-03-20T02:00:00.000Z', channel: 'group', byName: '郝文斌', welcomed: 6 },
    shown: {
      identityAt: '2026-03-21T02:00:00.000Z',
      promiseAt: '2026-03-22T02:00:00.000Z',
      skills: ['repair'],
      deedAt: '2026-11-20T02:00:00.000Z',
    },
    learning: { thisYear: 0, ever: 0 },
    service: { thisYear: 4, ever: 9, lastAt: '2026-11-20T02:00:00.000Z' },
    management: {
      points: 18,
      contested: 1,
      team: '水电小分队',
      isCaptain: true,
      hours: { work: [], free: [{ days: [6], fromMinute: 540, toMinute: 720 }] },
    },
  },
  'enrolment.tick': enrolmentSample,
  'enrolment.setCentre': enrolmentSample,
  'enrolment.setHours': enrolmentSample,
  'enrolment.listCentres': {
    centres: [
      {
        personId: 'zhang',
        name: '张海涛',
        household: '柳巷 12 号院 2 户',
        building: '柳巷 12 号院',
        sectionName: '一片区',
        gridName: '红色网格',
        colour: 'red',
      },
    ],
  },
} satisfies { readonly [Name in EnrolmentName]: Output<Name> };
