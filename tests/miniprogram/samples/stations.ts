/** Stations, sites and what is done for couriers. */
import type { EndpointName, Output } from '../../../miniprogram/contracts/api';
import type { CircleView, SiteRecordView, SiteSummary, SiteView } from '../../../miniprogram/contracts/site';
import type { StationPage, StationSummary, StationView } from '../../../miniprogram/contracts/station';

type StationName = Extract<EndpointName, `station.${string}` | `site.${string}`>;

/** Midnight in Shanghai of 2026-11-21, in minutes. */
const day = Date.parse('2026-11-21T00:00:00+08:00') / 60_000;
const horizon = { from: day, until: day + 7 * 1440 };

export const stationSample: StationSummary = {
  stationId: 'station1',
  kind: 'station',
  name: '迎宾路驿站',
  host: '迎宾路社区党群服务中心',
  address: '迎宾路 3 号',
  road: '迎宾路',
  gcj02: { latitude: 37.85, longitude: 112.5 },
  services: ['medicine', 'water', 'charging'],
  spans: [[day + 480, day + 1260]],
  phone: '0351-5550200',
  verifiedAt: '2026-11-20T01:00:00.000Z',
};
export const shopSample: StationSummary = {
  stationId: 'shop1',
  kind: 'shop',
  name: '老马面馆',
  sign: '爱心 001 号',
  address: '太化路 7 号',
  road: '太化路',
  gcj02: { latitude: 37.86, longitude: 112.49 },
  services: ['toilet'],
  spans: [],
  note: '从后门进',
  phone: '0351-5550201',
  verifiedAt: '2026-08-20T01:00:00.000Z',
};
export const stationPageSample: StationPage = { stations: [stationSample, shopSample], horizon, holidaysKnown: true };
export const stationViewSample: StationView = {
  station: stationSample,
  horizon,
  holidaysKnown: true,
  communityName: '义井街道',
  later: [{ service: 'cooling', fromMonth: 6 }],
  hours: { rules: [{ days: [1, 2, 3, 4, 5, 6, 7], from: 480, until: 1260 }], holidays: 'usual', closedDays: [] },
  withdrawn: false,
  mine: true,
  version: 3,
};
export const trainingSample: SiteRecordView = {
  recordId: 'record1',
  siteId: 'site1',
  siteName: '义井东街快递站点1',
  kind: 'training',
  words: '急救课，每人上手练一遍',
  at: '2026-11-28T01:00:00.000Z',
  byName: '薛春燕',
  joined: 3,
  iJoin: false,
};
export const careSample: SiteRecordView = {
  ...trainingSample,
  recordId: 'record2',
  kind: 'care',
  words: '两双厚手套',
  joined: 0,
  recipientName: '吕鹏飞',
  consent: 'asked',
};
export const siteSample: SiteSummary = {
  siteId: 'site1',
  name: '义井东街快递站点1',
  communityId: 'yijing',
  kind: 'parcel',
  gcj02: { latitude: 37.851, longitude: 112.501 },
};
export const siteViewSample: SiteView = {
  ...siteSample,
  orgName: '快递行业党支部',
  instructors: [{ name: '薛春燕', phone: '0351-5550300' }],
  placeId: 'yijing_g1',
  mine: { expiresAt: '2027-05-01T02:00:00.000Z' },
};
export const circleSample: CircleView = {
  mode: 'ebike',
  at: 'day',
  sites: [
    { siteId: 'site1', name: siteSample.name, gcj02: siteSample.gcj02, day: { stationName: '迎宾路驿站', minutes: 3 } },
    { siteId: 'site2', name: '太化路环卫站点1', gcj02: { latitude: 37.9, longitude: 112.4 } },
  ],
  total: 2,
  reached: 1,
  closedAtNight: ['迎宾路驿站'],
  gap: { gcj02: { latitude: 37.9, longitude: 112.4 }, reaches: 1, siteNames: ['太化路环卫站点1'] },
};

/** What the endpoints of stations and sites answer. */
export const stationReplies = {
  'station.list': stationPageSample,
  'station.listNear': stationPageSample,
  'station.get': stationViewSample,
  'station.report': { orderNumber: '2611-048372', again: false },
  'station.changeHours': stationViewSample,
  'station.withdraw': { ...stationViewSample, withdrawn: true },
  'station.move': stationViewSample,
  'station.verify': stationViewSample,
  'station.listMine': stationPageSample,
  'station.listSigns': { signs: [{ stationId: 'shop1', name: '老马面馆', sign: '爱心 001 号' }] },
  'station.handOverSign': {
    stationId: 'shop1',
    name: '老马面馆',
    sign: '爱心 001 号',
    receivedBy: '马保平',
    receivedAt: '2026-11-20T02:00:00.000Z',
    issuedBy: '傅文斌',
  },
  'site.list': { sites: [siteSample] },
  'site.get': siteViewSample,
  'site.register': siteViewSample,
  'site.listLinks': {
    links: [
      {
        personId: 'lv',
        name: '吕鹏飞',
        siteId: 'site1',
        siteName: siteSample.name,
        since: '2026-11-01T02:00:00.000Z',
        expiresAt: '2027-05-01T02:00:00.000Z',
      },
    ],
  },
  'site.listRecords': { records: [trainingSample, careSample] },
  'site.addRecord': trainingSample,
  'site.joinRecord': { ...trainingSample, iJoin: true, joined: 4 },
  'site.answerCare': { ...careSample, consent: 'agreed' },
  'site.getCircle': circleSample,
} satisfies { readonly [Name in StationName]: Output<Name> };
