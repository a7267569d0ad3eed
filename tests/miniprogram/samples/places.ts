import type { PlaceDetail } from '../../../miniprogram/contracts/place';

export const gridSample: PlaceDetail = {
  placeId: 'blue',
  kind: 'grid',
  name: '蓝色网格',
  label: '蓝色网格',
  colour: 'blue',
  hasMore: true,
  version: 2,
  closed: false,
  children: 2,
  former: [{ label: '北片网格', until: '2026-11-20T02:00:00.000Z', byName: '秦书记' }],
};
const shop = { placeId: 'noodles', kind: 'shop', name: '老马面馆', label: '老马面馆', hasMore: false } as const;

/** What the cloud answers about places. */
export const placeReplies = {
  'place.listChildren': {
    places: [
      { placeId: 'blue', kind: 'grid', name: '蓝色网格', label: '蓝色网格', colour: 'blue', hasMore: true },
      { placeId: 'yard', kind: 'courtyard', name: '12 号院', label: '柳巷 12 号院', hasMore: false },
    ],
  },
  'place.get': gridSample,
  'place.create': gridSample,
  'place.save': gridSample,
  'place.move': gridSample,
  'place.close': { ...gridSample, closed: true },
  'place.listApart': { places: [shop] },
} as const;
