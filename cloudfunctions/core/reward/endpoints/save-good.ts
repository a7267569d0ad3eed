import { goodPictures } from '../../../../miniprogram/contracts/reward';
import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import { done } from '../../platform/result';
import { id, line, object, optional, requestId, v, version, words } from '../../platform/validation';
import { goodLimit, price } from '../inputs';
import { saveGood } from '../save-good';
import { stockView } from '../view';

/**
 * The secretary decides on a thing: what it is called, what it costs, how many one person takes in a month. Each price
 * stays, with who set it and why.
 * From somebody's second write beside orders on, one write less.
 * Cost: 2 reads, 3 writes.
 */
export const saveCatalogueGood = signedInEndpoint({
  name: 'reward.saveGood',
  input: object({
    goodId: optional(id),
    version,
    name: line(limits.goodName),
    measure: line(limits.goodMeasure),
    picture: v.picklist(goodPictures),
    price,
    limit: goodLimit,
    offered: v.boolean(),
    reason: words(limits.reasonWords),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const { name, measure, reason } = input;
    const refused = await checkTexts(context, { name, measure, reason });
    if (refused) return refused;
    const saved = await saveGood(context, caller, input);
    return saved.ok ? done(stockView(saved.data, caller)) : saved;
  },
});
