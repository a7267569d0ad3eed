import { endpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { cardNumber, object } from '../../platform/validation';
import { cards } from '../card';

/**
 * The card with a short number, for whoever has it in hand and cannot scan it. A number that two cards have, which none
 * is issued with, is nobody's.
 * Cost: 1 read.
 */
export const findCard = endpoint({
  name: 'card.find',
  input: object({ number: cardNumber }),
  identity: 'nobody',
  idempotency: 'read',
  async run({ database }, _actor, { number }) {
    const [card, other] = await database.find(cards, { where: { number }, limit: 2 });
    return card && !other ? done({ token: card._id }) : refuse('NOT_FOUND', 'number');
  },
});
