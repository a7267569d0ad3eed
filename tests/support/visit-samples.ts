import type { EndpointName, Input } from '../../miniprogram/contracts/api';

type VisitName = Extract<EndpointName, `visit.${string}` | `residence.${string}` | `complaint.${string}`>;
const requestId = 'request-0001';
const placeId = 'qinghe_g1_h2';

/** One well-formed input for each endpoint of visits, moves and complaints. */
export const visitSamples: { readonly [Name in VisitName]: Required<Input<Name>> } = {
  'complaint.make': { about: 'staff', words: '打电话没人接', requestId },
  'complaint.list': { list: 'own', cursor: 'c' },
  'complaint.answer': { complaintId: 'co1', words: '问过了', requestId },
  'visit.listHouseholds': { cursor: '0:2026-11-21:qinghe_g1_h1' },
  'visit.getHousehold': { placeId, cursor: 'c' },
  'visit.plan': { placeId, day: '2026-11-28', requestId },
  'visit.record': { placeId, day: '2026-11-22', outcome: 'well', note: '晚上才在家', requestId },
  'visit.recordAlone': { placeId, personId: 'p_neighbour', alone: true, requestId },
  'visit.revealPhone': { placeId, personId: 'p_neighbour', requestId },
  'visit.listToConfirm': { cursor: 'c' },
  'visit.confirm': { visitId: 'vi1', agree: true, requestId },
  'residence.registerIn': {
    placeId,
    name: '尹小川',
    phone: '16400000071',
    tenure: 'tenant',
    day: '2026-11-20',
    requestId,
  },
  'residence.registerOut': { placeId, personId: 'p_neighbour', day: '2026-11-20', requestId },
  'residence.list': { state: 'asked', cursor: 'c' },
  'residence.withdraw': { moveId: 'mv1', requestId },
  'residence.decide': { moveId: 'mv1', agree: true, personId: 'p1', another: false, reason: '还没搬来', requestId },
};
