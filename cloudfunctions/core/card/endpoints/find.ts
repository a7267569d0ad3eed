import { readCardNumber } from '../../../../miniprogram/contracts/card-number';
import { endpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { object, scannedText, v } from '../../platform/validation';
import { cards } from '../card';

/**
 * The card with a short number, for whoever has it in hand and cannot scan it. A number that two cards have, which none
 * is issued with, is nobody's.
 * Cost: 1 read.
 */
export const findCard = endpoint({
  name: 'card.find',
  input: object({
    number: v.pipe(
      scannedText(40),
      v.check((typed) => readCardNumber(typed) !== undefined),
    ),
  }),
  identity: 'nobody',
  idempotency: 'read',
  async run({ database }, _actor, input) {
    const number = readCardNumber(input.number);
    if (number === undefined) return refuse('INVALID_INPUT', 'number');
    const [card, other] = await database.find(cards, { where: { number }, limit: 2 });
    return card && !other ? done({ token: card._id }) : refuse('NOT_FOUND', 'number');
  },
});
