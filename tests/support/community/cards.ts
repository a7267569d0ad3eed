import { placeKeyOf, type Card } from '../../../cloudfunctions/core/card/card';
import { cardNumberOf } from '../../../cloudfunctions/core/card/rules/number';
import { placeRef } from '../../../cloudfunctions/core/place/view';
import { timeKey } from '../../../cloudfunctions/core/platform/ids';
import { placeNamed } from './places';

function card(token: string, placeId: string, more: Partial<Card> = {}): Card {
  const issuedAt = new Date('2026-05-30T02:00:00Z');
  const at = placeNamed(placeId);
  return {
    _id: token,
    number: cardNumberOf(token),
    communityId: at.communityId,
    place: placeRef(at),
    size: 'large',
    state: 'open',
    issuedAt,
    issuedBy: { personId: 'p_worker', name: '赵慧敏' },
    issuedKey: timeKey(issuedAt, token),
    request: { requestKey: `issue-${token}`, inputHash: '' },
    ...(more.state === undefined && { placeKey: placeKeyOf({ place: placeRef(at), _id: token }) }),
    ...more,
  };
}

export const cards: readonly Card[] = [
  card('Card7Courtyard1East', 'qinghe_g1_h1'),
  card('Card3Building0000', 'qinghe_g2_c1'),
  card('CardLiuyuan00001', 'liuyuan_c1'),
  card('CardWornOut000001', 'qinghe_g1_c2', {
    state: 'renewed',
    renewedAt: new Date('2026-09-01T02:00:00Z'),
    renewedBy: { personId: 'p_worker', name: '赵慧敏' },
  }),
];
