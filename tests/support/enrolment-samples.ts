import type { EndpointName, Input } from '../../miniprogram/contracts/api';

type EnrolmentName = Extract<EndpointName, `enrolment.${string}`>;
const requestId = 'request-0001';

/** One well-formed input for each endpoint of enrolment. */
export const enrolmentSamples: { readonly [Name in EnrolmentName]: Required<Input<Name>> } = {
  'enrolment.get': { personId: 'p_member' },
  'enrolment.request': { gridId: 'qinghe_g1', requestId },
  'enrolment.decide': { personId: 'p_head', agree: false, reason: '名册上没有', requestId },
  'enrolment.addGroup': {
    channel: 'group',
    gridId: 'qinghe_g1',
    members: [{ name: '尹向东', phone: '16400000061' }],
    requestId,
  },
  'enrolment.list': { state: 'asked', cursor: 'c' },
  'enrolment.getFunnel': {},
  'enrolment.getPresence': { personId: 'p_member' },
  'enrolment.setCentre': { agree: true, requestId },
  'enrolment.listCentres': { cursor: 'qinghe/qinghe_g1>p_member' },
  'enrolment.setHours': {
    work: [{ days: [1, 2, 3, 4, 5], fromMinute: 540, toMinute: 1080 }],
    free: [{ days: [6], fromMinute: 540, toMinute: 720 }],
    requestId,
  },
  'enrolment.tick': {
    personId: 'p_member',
    item: 'duty',
    done: true,
    skills: ['repair'],
    orderId: 'o1',
    requestId,
  },
};
