import type { EndpointName, Input } from '../../miniprogram/contracts/api';

const requestId = 'request-0001';
const move = { orderId: 'oSample', version: 3, requestId };

type SeatEndpoint = Extract<
  EndpointName,
  | 'order.accept'
  | 'order.decline'
  | 'order.release'
  | 'order.appoint'
  | 'order.arrive'
  | 'order.standBy'
  | 'order.appealNoShow'
  | 'order.ruleNoShow'
>;

/** Who takes a seat, comes when, waits for one, leaves it, and who is said not to have come. */
export const seatSamples: { readonly [Name in SeatEndpoint]: Required<Input<Name>> } = {
  'order.accept': { ...move, memberId: 'p_member' },
  'order.decline': { ...move, reason: 'no-time', note: '出差' },
  'order.release': { ...move, reason: 'unwell', note: '发烧' },
  'order.appoint': { ...move, from: '2026-11-28T14:00:00+08:00', until: '2026-11-28T16:00:00+08:00' },
  'order.arrive': move,
  'order.standBy': move,
  'order.appealNoShow': { ...move, words: '去了，敲门没人应' },
  'order.ruleNoShow': { ...move, personId: 'p_member', lifted: true, reason: '邻居看见他来过' },
};
