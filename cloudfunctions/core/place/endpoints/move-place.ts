import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { id, object, requestId, version } from '../../platform/validation';
import { placeDetail } from '../detail';
import { decideMove } from '../rules/changes';
import { changePlace, changingOf, findPlace } from './write-place';

/**
 * Puts a place, with all that lies in it, under another one; where it was stays in its history, and people, cards and
 * open orders follow by the job.
 * From and to a shelf it counts one write less.
 * Somebody's first write beside orders takes one write more.
 * Cost: 5 reads, 5 writes.
 */
export const movePlace = signedInEndpoint({
  name: 'place.move',
  input: object({ placeId: id, version, parentId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { placeId, version: known, parentId }) {
    const moved = await changePlace(context, caller, {
      placeId,
      action: 'place.move',
      async decide(place, transaction) {
        const parent = await findPlace(transaction, caller, parentId, 'parentId');
        return parent.ok ? decideMove(place, parent.data, changingOf(context, caller, known)) : parent;
      },
    });
    return moved.ok ? done(placeDetail(moved.data)) : moved;
  },
});
