import type { EndpointName } from '../../../miniprogram/contracts/api';

/** What is decided about what others read of these orders. */
export function moderationWrites(orders: readonly string[]): Partial<Record<EndpointName, object[]>> {
  return {
    'order.moderate': orders.flatMap((orderId) => [
      { orderId, part: 'words', show: false, reason: 'untrue' },
      { orderId, part: 'words', show: true },
    ]),
    'order.appealHidden': orders.map((orderId) => ({ orderId, part: 'words', words: '请再看看' })),
    'order.blackOutWords': orders.map((orderId) => ({ orderId, part: 'words' })),
    'order.redactPhoto': orders.map((orderId) => ({
      orderId,
      fileId: 'cloud://e/photos/none.jpg',
      rectangles: [{ left: 0, top: 0, width: 9, height: 9 }],
    })),
  };
}

/** What one wrote, and complaints. */
export const ownTextReads = {
  'privacy.listTexts': ['asked', 'helped', 'others'].map((list) => ({ list })),
  'complaint.list': [{ list: 'own' }, { list: 'received' }],
};
export const ownTextWrites = {
  'complaint.make': [{ about: 'staff', words: '打电话没人接' }],
  'privacy.blackOut': [{ source: 'complaint', id: 'nobodys' }],
  'complaint.answer': [{ complaintId: 'nobodys', words: '问过了' }],
};
