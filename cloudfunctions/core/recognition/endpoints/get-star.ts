import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object, optional } from '../../platform/validation';
import { monthAfter } from '../../review/rules/review-day';
import { monthText } from '../../time/shanghai';
import { month } from '../inputs';
import { readStar, starView } from '../star/view';

/**
 * The star of service of a month, of the one before this where none is named: among whom residents choose, and who it
 * is.
 * Cost: 2 reads.
 */
export const getStar = signedInEndpoint({
  name: 'recognition.getStar',
  input: object({ month: optional(month) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, input) {
    const now = context.clock.now();
    const facts = await readStar(context, caller, input.month ?? monthAfter(monthText(now), -1));
    return done(starView(caller, facts, now));
  },
});
