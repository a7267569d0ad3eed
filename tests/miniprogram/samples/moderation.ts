import type { EndpointName, Output } from '../../../miniprogram/contracts/api';
import { dispatchedView, wishes } from './orders';

const parts: Output<'order.moderate'> = {
  orderId: 'order-leak',
  number: '2611-048372',
  placeName: '柳巷 12 号院',
  parts: [
    {
      part: 'words',
      kind: 'words',
      state: 'waiting',
      text: '楼道里疑似有人堆杂物，过不去',
      authorName: '王奶奶',
      since: '2026-11-21T02:00:00.000Z',
      mayShow: true,
      mayHide: true,
    },
    {
      part: 'photo:cloud://e/lamp.jpg',
      kind: 'photo',
      state: 'appealed',
      photo: { fileId: 'cloud://e/lamp.jpg', state: 'shown', url: 'https://e/lamp.jpg' },
      authorName: '王奶奶',
      since: '2026-11-21T02:00:00.000Z',
      byName: '秦书记',
      reason: 'portrait',
      appeal: '照片里没有人',
      mayShow: false,
      mayHide: false,
    },
  ],
};

/** What others read of orders. */
export const moderationReplies = {
  'order.listWithheld': { orders: [parts] },
  'order.moderate': parts,
  'order.appealHidden': dispatchedView,
  'order.blackOutWords': dispatchedView,
  'order.redactPhoto': {
    photo: { fileId: 'cloud://e/black.jpg', state: 'shown', url: 'https://e/black.jpg', mayRedact: true },
  },
  'order.previewPublic': { listed: wishes[0]!, opened: dispatchedView },
} satisfies { readonly [Name in EndpointName]?: Output<Name> };
