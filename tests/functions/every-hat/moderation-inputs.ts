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
