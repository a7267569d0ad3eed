import { moderationSamples } from './moderation-samples';
import { triageSamples } from './triage-samples';
import type { EndpointName, Input } from '../../miniprogram/contracts/api';
import type { findingSamples } from './finding-samples';
import type { seatSamples } from './seat-samples';

type OrderName = Exclude<
  Extract<EndpointName, `order.${string}`>,
  keyof typeof findingSamples | keyof typeof seatSamples
>;
const requestId = 'request-0001';
const move = { orderId: 'oSample', version: 3, requestId };

/** One well-formed input for each endpoint of orders, but for those that find them and those of seats. */
export const orderSamples: { readonly [Name in OrderName]: Required<Input<Name>> } = {
  ...triageSamples,
  ...moderationSamples,
  'order.create': {
    category: 'repair',
    words: '水龙头漏水',
    when: 'any',
    fileIds: ['cloud://e/1.jpg'],
    token: 'Card7Courtyard1East',
    placeId: 'qinghe_g1_c1',
    private: false,
    requestId,
  },
  'order.intake': {
    category: 'repair',
    words: '灯不亮',
    when: 'any',
    name: '王奶奶',
    phone: '13800000000',
    placeId: 'qinghe_g1_c1',
    private: false,
    anyway: false,
    requestId,
  },
  'order.findSimilar': {
    category: 'repair',
    words: '水龙头漏水',
    token: 'Card7Courtyard1East',
    placeId: 'qinghe_g1_c1',
  },
  'order.findDuplicates': { phone: '13800000000', placeId: 'qinghe_g1_c1', orderId: 'oSample', words: '石榴巷' },
  'order.join': move,
  'order.listMine': { state: 'open', cursor: 'c' },
  'order.get': { orderId: 'oSample' },
  'order.listQueue': { filter: 'waiting', cursor: 'c' },
  'order.listOffers': { state: 'open', cursor: 'c' },
  'order.listWishes': { cursor: 'c' },
  'order.dispatch': { ...move, memberIds: ['p_member'], pool: false, note: '先打电话', capacity: 2 },
  'order.complete': { ...move, evidence: { kind: 'code', code: '1234', note: '修好了' } },
  'order.confirm': { ...move, stars: 5, tags: ['patient'], words: '谢谢' },
  'order.changeRating': { ...move, stars: 3, tags: ['late'], words: '后来又漏了' },
  'order.makePrivate': move,
  'order.reopen': { ...move, words: '还在漏' },
  'order.cancel': { ...move, reason: 'solved-myself', note: '自己好了' },
  'order.refuse': { ...move, reason: 'not-ours', note: '找物业' },
  'order.merge': { ...move, intoId: 'oOther' },
  'order.transfer': { ...move, to: '12345', note: '已转' },
  'order.askRequester': { ...move, words: '哪天在家' },
  'order.answerQuestion': { ...move, words: '周六在' },
  'order.withdrawQuestion': move,
  'order.removeHelper': { ...move, personId: 'p_member', reason: '约了几回都没去成' },
  'order.leavePool': move,
  'order.recordAnswer': { ...move, answer: '阀门换好了' },
  'order.recordCall': { ...move, result: 'reached' },
  'order.remind': move,
  'order.tickPaper': { orderId: 'oSample', paper: 0, done: true, requestId },
  'order.listNews': { cursor: 'c' },
  'order.recordTold': { orderId: 'oSample', personId: 'p_neighbour', requestId },
  'order.revealPhone': { orderId: 'oSample', party: 'assignee', personId: 'p_member', requestId },
};
