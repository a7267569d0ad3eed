import type { EndpointName, Input } from '../../miniprogram/contracts/api';

const move = { orderId: 'oSample', version: 1, requestId: 'sample-request-1' };

/** What staff make of an order before anybody is sent. */
export const triageSamples = {
  'order.reclassify': {
    ...move,
    category: 'wish',
    kind: 'wish',
    urgent: false,
    private: false,
    wish: { valueYuan: 80, words: '想要一副老花镜' },
    note: '问过了',
  },
  'order.relocate': { ...move, placeId: 'qinghe_g1_c1', note: '他搬家了' },
} satisfies { readonly [Name in EndpointName]?: Required<Input<Name>> };
