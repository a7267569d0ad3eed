import { ratingTags, visitTimes } from '../../../../miniprogram/contracts/order';
import { limits } from '../../../../miniprogram/contracts/limits';
import { id, optional, requestId, scannedText, v, version, words } from '../../platform/validation';

/** What every move brings. */
export const moveKeys = { orderId: id, version, requestId };
/** A reason out of a closed list, and a word about it. */
export const note = optional(words(limits.reasonWords));
const starsFrom = (fewest: number) => v.pipe(v.number(), v.integer(), v.minValue(fewest), v.maxValue(5));
/** Stars, tags and words about what was done. */
export const ratingInput = {
  stars: starsFrom(1),
  tags: v.pipe(
    v.array(v.picklist(ratingTags)),
    v.maxLength(limits.ratingTags),
    v.check((given) => new Set(given).size === given.length),
  ),
  words: optional(words(limits.reasonWords)),
};
/** The word that it is solved, which needs no stars: 0 stands for none. */
export const confirmInput = { ...ratingInput, stars: starsFrom(0) };
export { categoryKey as category } from '../policy';
export const visitTime = v.picklist(visitTimes);
export const orderWords = words(limits.orderWords);
/** What a QR carries; an empty text stands for none. */
export const token = optional(scannedText(limits.cardToken));
