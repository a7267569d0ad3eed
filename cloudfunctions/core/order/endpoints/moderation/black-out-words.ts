import { withholdTitles } from '../../../message/withhold-titles';
import { signedInEndpoint } from '../../../access/endpoint';
import { replayOf } from '../../../platform/request';
import { done, refuse } from '../../../platform/result';
import { id, object, requestId } from '../../../platform/validation';
import { requestsOf, type Order } from '../../document/order';
import { findOrder, prefetchOrder } from '../../flow/find-order';
import { writeDecision } from '../../flow/moderate-order';
import { orderActor } from '../../flow/order-actor';
import { presentOrder } from '../../flow/present-order';
import { ownTextsOf, withoutText } from '../../rules/own-texts';
import { visibilityOf } from '../../rules/visibility';
import { part } from './inputs';

/** An order remembers so many. */
const kept = 40;

/**
 * Blacks out a text of an order for good, wherever it stands there: whoever wrote it, and nobody else. What was done,
 * by whom and when stays, and so does the ledger. Messages that were told about the order lose its words, here of one
 * person: a read, and a write for each who was told. Anybody else's text is not found.
 * Cost: 3 reads, 2 writes.
 */
export const blackOutWords = signedInEndpoint({
  name: 'order.blackOutWords',
  input: object({ orderId: id, part, requestId }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: prefetchOrder,
  async run(context, caller, { orderId, part: name }) {
    const found = await findOrder(context, caller, orderId);
    if (!found.ok) return found;
    const replay = replayOf(requestsOf(found.data), context.request, () => found.data);
    if (replay) return replay.ok ? presentOrder(context, caller, replay.data) : replay;
    const { personId, name: author } = caller.login;
    const textIn = (order: Order) => ownTextsOf(order, personId).find((one) => one.part === name)?.text;
    if (!visibilityOf(found.data, orderActor(caller))) return refuse('NOT_FOUND', 'orderId');
    if (textIn(found.data) === undefined) return refuse('NOT_FOUND', 'part');
    await withholdTitles(context, orderId);
    const { clock, request } = context;
    const decided = await writeDecision(context, caller, {
      orderId,
      part: name,
      act: 'redact',
      withholdsWords: true,
      change(order) {
        const text = textIn(order);
        if (text === undefined) return refuse('NOT_FOUND', 'part');
        const line = { at: clock.now(), by: { personId, name: author }, part: name, request };
        const redactions = [...(order.redactions ?? []), line].slice(-kept);
        return done({ ...withoutText(order, personId, text), redactions });
      },
    });
    return decided.ok ? presentOrder(context, caller, decided.data) : decided;
  },
});
