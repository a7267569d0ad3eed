import type { MigrationPlan } from '../../schema/types';
import { wordPairsOf } from '../lists/word-pairs';

/** Staff find orders by words: the terms of the index, of orders that were made before there was one. */
export const wordPairs: MigrationPlan = {
  to: 5,
  migrate: (order) => ({ ...order, wordPairs: typeof order['words'] === 'string' ? wordPairsOf(order['words']) : [] }),
};
