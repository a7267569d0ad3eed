import type { EndpointName, Output } from '../../../miniprogram/contracts/api';
import { cardSample } from './home';

const dueNumber = {
  placeId: 'g1',
  kind: 'worker',
  gridName: '红色网格',
  phone: '16400000009',
  holderName: '赵慧敏',
  isPostNumber: false,
  isDue: true,
} as const;
export const printedTask = {
  taskId: 't2',
  kind: 'print-cards',
  state: 'done',
  progress: 12,
  fileIds: ['cloud://prints/t2-1.pdf'],
  notes: [],
} as const;
const issued = {
  number: '123456789014',
  gridName: '红色网格',
  isToPrint: false,
  token: 'abc',
  placeName: '柳巷 12 号院',
  issuedAt: '2026-11-20T02:00:00.000Z',
  issuedBy: '赵慧敏',
  state: 'open',
  size: 'large',
} as const;

/** What the endpoints of cards answer. */
export const cardReplies: { readonly [Name in Extract<EndpointName, `card.${string}`>]: Output<Name> } = {
  'card.get': cardSample,
  'card.list': { cards: [issued, { ...issued, token: 'old', state: 'renewed', size: 'normal' }] },
  'card.issue': issued,
  'card.issueAtStation': issued,
  'card.find': { token: 'abc' },
  'card.listOpenTasks': { cards: [issued] },
  'card.revoke': { ...issued, state: 'revoked' },
  'card.handOut': issued,
  'card.getCoverage': {
    grids: [
      {
        gridId: 'g1',
        gridName: '红色网格',
        colour: 'red',
        courtyards: { total: 12, withCard: 10 },
        households: { total: 60, withCard: 51 },
        without: ['柳巷 3 号院', '柳巷 5 号院'],
        countedAt: '2026-11-20T18:00:00.000Z',
      },
    ],
  },
  'card.listNumbers': { numbers: [dueNumber, { ...dueNumber, kind: 'office', isDue: false, checkedOn: '2026-11-03' }] },
  'card.checkNumber': { ...dueNumber, isDue: false, checkedOn: '2026-11-21', checkedBy: '赵慧敏' },
  'card.setPostNumber': { ...dueNumber, isPostNumber: true },
  'card.reissue': issued,
  'card.getCode': { fileId: 'cloud://code', fileUrl: 'https://code.test/abc.png' },
};
