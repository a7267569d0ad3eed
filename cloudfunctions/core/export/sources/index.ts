import type { ExportList } from '../../../../miniprogram/contracts/export';
import { cardsOf, coverageOf } from './cards';
import { commendationsOf } from './commendations';
import { members } from './members';
import { needsOf } from './needs';
import { ordersOf } from './orders';
import { postsOf } from './posts';
import { reviewNumbers, reviewTexts } from './reviews';
import { residents } from './residents';
import type { Source } from './source';

export const sources: Readonly<Record<ExportList, Source>> = {
  residents,
  members,
  posts: postsOf,
  orders: ordersOf,
  needs: needsOf,
  cards: cardsOf,
  coverage: coverageOf,
  reviewNumbers,
  reviewTexts,
  commendations: commendationsOf,
};
