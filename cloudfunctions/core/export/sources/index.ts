import type { ExportList } from '../../../../miniprogram/contracts/export';
import { cardsOf, coverageOf } from './cards';
import { members } from './members';
import { ordersOf } from './orders';
import { postsOf } from './posts';
import { residents } from './residents';
import type { Source } from './source';

export const sources: Readonly<Record<ExportList, Source>> = {
  residents,
  members,
  posts: postsOf,
  orders: ordersOf,
  cards: cardsOf,
  coverage: coverageOf,
};
