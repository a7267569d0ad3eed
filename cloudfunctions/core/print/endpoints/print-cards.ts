import { cardSelections, printProducts } from '../../../../miniprogram/contracts/file';
import { signedInEndpoint } from '../../access/endpoint';
import { startTask } from '../../file/start-task';
import { id, object, requestId, v } from '../../platform/validation';
import { readCardPath } from '../card-place';
import { printCardsTask } from '../tasks/print-cards';

/**
 * Prints the cards at and under a place, lists vests, or prints the signs of members who agreed, as a task. What cannot
 * be printed is named in the task, whose first share is done with the answer.
 * Cost: grows with the cards.
 */
export const printCards = signedInEndpoint({
  name: 'file.printCards',
  input: object({
    placeId: id,
    cards: v.picklist(cardSelections),
    product: v.picklist(printProducts),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, actor, { placeId, cards, product }) {
    const place = await readCardPath(context, actor, placeId);
    return place.ok ? startTask(context, actor, printCardsTask, { path: place.data.path, cards, product }) : place;
  },
});
