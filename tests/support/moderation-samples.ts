import type { EndpointName, Input } from '../../miniprogram/contracts/api';

const requestId = 'sample-request-1';
const part = { orderId: 'oSample', part: 'words', requestId };

/** What others read of an order, and who decides. */
export const moderationSamples = {
  'order.listWithheld': { orderId: 'oSample', cursor: 'c' },
  'order.moderate': { ...part, show: false, reason: 'other', words: '写了邻居的门牌' },
  'order.appealHidden': { ...part, words: '那是我自己家的门牌' },
  'order.blackOutWords': part,
  'order.redactPhoto': {
    orderId: 'oSample',
    fileId: 'cloud://e/1.jpg',
    rectangles: [{ left: 0, top: 0, width: 5_000, height: 5_000 }],
    requestId,
  },
  'order.previewPublic': { orderId: 'oSample', capacity: 1 },
} satisfies { readonly [Name in EndpointName]?: Required<Input<Name>> };
