import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import { done } from '../../platform/result';
import { id, object, requestId, version } from '../../platform/validation';
import { placeDetail } from '../detail';
import { decideSave } from '../rules/changes';
import { fieldsOf, placeFields } from './place-fields';
import { changePlace, changingOf, parentOf } from './write-place';

/**
 * Renames a place, or decides anew on a grid's colour and boundary; what it was called stays in its history.
 * A grid costs one read less and one write more.
 * Somebody's first write beside orders takes one write more.
 * Cost: 5 reads, 3 writes.
 */
export const savePlace = signedInEndpoint({
  name: 'place.save',
  input: object({ ...placeFields, placeId: id, version, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { placeId, version: known, ...input }) {
    const refused = await checkTexts(context, { name: input.name });
    if (refused) return refused;
    const saved = await changePlace(context, caller, {
      placeId,
      action: 'place.save',
      decide: async (place, transaction, { grids }) =>
        decideSave(
          place,
          fieldsOf(input),
          { parent: await parentOf(transaction, place), grids },
          changingOf(context, caller, known),
        ),
    });
    return saved.ok ? done(placeDetail(saved.data)) : saved;
  },
});
