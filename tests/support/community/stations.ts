import { placeRef } from '../../../cloudfunctions/core/place/view';
import { timeKey } from '../../../cloudfunctions/core/platform/ids';
import type { Organisation, Site, SiteLink, SiteRecord } from '../../../cloudfunctions/core/site/site';
import { pointOf, stationListKey, type Station } from '../../../cloudfunctions/core/station/station';
import { somebodies } from './people';
import { placeNamed } from './places';

function holderOf(personId: string) {
  const one = somebodies.find(({ id }) => id === personId)!;
  return { personId, name: one.name, phone: one.phone };
}

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const grid = placeRef(placeNamed('qinghe_g1'));

function station(id: string, own: Partial<Station> & Pick<Station, 'kind' | 'name' | 'hours'>): Station {
  const made = { _id: id, communityId: 'qinghe', road: '迎新街', ...own };
  return {
    ...made,
    address: '迎新街 1 号',
    gcj02: pointOf({ longitude: 112.55, latitude: 37.87 }),
    place: grid,
    offered: [{ service: 'water' }, { service: 'heating', months: { from: 11, to: 3 } }],
    phone: '0351-0000009',
    verifiedAt: new Date('2026-11-20T02:00:00Z'),
    state: 'open',
    listKey: stationListKey(made),
    version: 1,
    acts: [],
    requests: [],
    ...own,
  };
}

/** A station that a steward keeps, and a shop that is open past midnight on Saturdays. */
export const stations: readonly Station[] = [
  station('qinghe_station1', {
    kind: 'station',
    name: '迎新街驿站',
    host: '清河社区党群服务中心',
    hours: { rules: [{ days: everyDay, from: 480, until: 1260 }], holidays: 'usual', closedDays: [] },
    steward: holderOf('p_steward'),
  }),
  station('qinghe_shop1', {
    kind: 'shop',
    name: '云来面馆',
    sign: '爱心 001 号',
    road: '建设路',
    gcj02: pointOf({ longitude: 112.56, latitude: 37.87 }),
    offered: [{ service: 'toilet' }],
    hours: { rules: [{ days: [6], from: 1080, until: 1560 }], holidays: 'usual', closedDays: [] },
    steward: holderOf('p_merchant'),
  }),
];

function site(id: string, name: string, communityId = 'qinghe'): Site {
  return {
    _id: id,
    communityId,
    name,
    kind: 'parcel',
    gcj02: pointOf({ longitude: 112.551, latitude: 37.871 }),
    place: communityId === 'qinghe' ? grid : placeRef(placeNamed('liuyuan_g1')),
    orgId: `${communityId}_org1`,
    listKey: `${communityId}/${name}/${id}`,
  };
}

export const sites: readonly Site[] = [
  site('qinghe_site1', '迎新街快递站点'),
  site('qinghe_site2', '建设路快递站点'),
  site('liuyuan_site1', '柳园快递站点', 'liuyuan'),
];

export const orgs: readonly Organisation[] = [
  {
    _id: 'qinghe_org1',
    communityId: 'qinghe',
    name: '快递行业党支部',
    kind: 'parcel',
    instructors: [holderOf('p_instructor')],
  },
];

const expiresAt = new Date('2027-03-01T02:00:00Z');

export const siteLinks: readonly SiteLink[] = [
  {
    _id: 'p_courier',
    communityId: 'qinghe',
    name: '薛飞',
    siteId: 'qinghe_site1',
    siteName: '迎新街快递站点',
    orgId: 'qinghe_org1',
    since: new Date('2026-09-02T02:00:00Z'),
    expiresAt,
    expiryKey: timeKey(expiresAt, 'p_courier'),
    former: [],
    request: { requestKey: 'link-p_courier', inputHash: '' },
  },
];

function record(id: string, kind: SiteRecord['kind'], at: string, recipient?: SiteRecord['recipient']): SiteRecord {
  return {
    _id: id,
    communityId: 'qinghe',
    siteId: 'qinghe_site1',
    siteName: '迎新街快递站点',
    orgId: 'qinghe_org1',
    kind,
    words: kind === 'care' ? '两双厚手套' : '急救课',
    at: new Date(at),
    by: { personId: 'p_instructor', name: '翟立新' },
    act: {
      at: new Date('2026-11-20T02:00:00Z'),
      by: { personId: 'p_instructor', name: '翟立新' },
      hat: 'instructor',
    },
    joined: [],
    ...(recipient && { recipient }),
    recordKey: timeKey(new Date(at), id),
    requests: [],
  };
}

export const siteRecords: readonly SiteRecord[] = [
  record('record_training', 'training', '2026-12-05T02:00:00Z'),
  record('record_care', 'care', '2026-11-22T02:00:00Z', { personId: 'p_courier', name: '薛飞', consent: 'asked' }),
];
