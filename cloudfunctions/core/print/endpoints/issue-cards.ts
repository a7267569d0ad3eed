import { signedInEndpoint } from '../../access/endpoint';
import { issueCardsTask } from '../../card/tasks/issue-cards';
import { startTask } from '../../file/start-task';
import { id, object, requestId, v } from '../../platform/validation';
import { readCardPath } from '../card-place';

/**
 * A card for each place of a kind at and under another that has none in use, as a task, whose first share is done with
 * the answer.
 * Cost: grows with the places.
 */
export const issueCards = signedInEndpoint({
  name: 'file.issueCards',
  input: object({
    placeId: id,
    kind: v.picklist(['courtyard', 'household']),
    size: v.picklist(['normal', 'large']),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, actor, { placeId, kind, size }) {
    const place = await readCardPath(context, actor, placeId);
    return place.ok ? startTask(context, actor, issueCardsTask, { path: place.data.path, kind, size }) : place;
  },
});
