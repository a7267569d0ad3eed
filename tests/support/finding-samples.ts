import type { EndpointName, Input } from '../../miniprogram/contracts/api';

type FindingName = Extract<EndpointName, 'order.suggest' | 'order.listNeeds' | 'order.getDesk' | 'order.search'>;

/** One well-formed input for each endpoint by which staff find orders, with every key that it takes. */
export const findingSamples: { readonly [Name in FindingName]: Required<Input<Name>> } = {
  'order.suggest': { orderId: 'oSample', cursor: '3.5>0>p_member' },
  'order.getDesk': { list: 'overdue', cursor: '2.1.0.3.1.76>2026-11-20T02:00:00.000Z:oSample' },
  'order.listNeeds': { day: 6, cursor: '2:2026-11-21T01:12:00.000Z:oSample' },
  'order.search': {
    words: '水管',
    as: 'words',
    placeId: 'g1',
    status: 'submitted',
    month: '2026-11',
    figure: 'unrated',
    category: 'repair',
    cursor: 'c',
  },
};
