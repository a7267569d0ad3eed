import type { MigrationPlan } from '../../schema/types';
import { cardNumberOf } from '../rules/number';

/**
 * A card has a short number beside its code, and sorts by place while it is in use. Whether a paper of before says what
 * is so is known of none: it counts as printed and handed out.
 */
export const cardWithNumber: MigrationPlan = {
  to: 2,
  migrate: (card) => ({
    ...card,
    number: cardNumberOf(card._id),
    ...(card['state'] === 'open' && { placeKey: `${String(Object(card['place'])['path'])}/>${card._id}` }),
  }),
};
