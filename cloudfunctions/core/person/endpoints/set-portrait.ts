import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { receivePhotos, removeFiles } from '../../photo/receive-photos';
import { replayOf } from '../../platform/request';
import { done, refuse, type Refusal } from '../../platform/result';
import { fileId, object, requestId, v } from '../../platform/validation';
import { recordChange } from '../../projection/source-change';
import { people, type Person } from '../person';
import { portraitView, type Portrait } from '../portrait';

/** The one picture by its own name; a file that is not there is none that could be read. */
function refusedPicture(refused: Refusal): Refusal {
  if (refused.field !== 'fileId.0') return refused;
  return refuse(refused.code === 'INVALID_INPUT' ? 'NOT_FOUND' : refused.code, 'fileId');
}

/**
 * A grid worker agrees to their picture on the cards of their grid, and hands it in, in the place of one before. It is
 * drawn anew as a square, and shown once WeChat's check is through; the papers printed before stay as they are.
 * The picture costs a download, an upload and a removal more; one that it takes the place of, another removal.
 * Cost: 4 reads, 4 writes.
 */
export const setPortrait = signedInEndpoint({
  name: 'person.setPortrait',
  input: object({ fileId, agreed: v.literal(true), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const { database, clock, request } = context;
    const { personId } = caller.login;
    const replayed = (known: Person) => replayOf(known.request ? [known.request] : [], request, () => known);
    const known = await database.get(people, personId);
    if (!known || known.leftAt) return refuse('NOT_FOUND');
    // What was sent is gone once it was taken, so that a repetition finds no picture to read.
    const earlier = replayed(known);
    if (earlier) return earlier.ok ? done(portraitView(earlier.data.portrait, undefined)) : earlier;
    const received = await receivePhotos(context, [input.fileId], {
      field: 'fileId',
      holderId: personId,
      shape: 'portrait',
    });
    if (!received.ok) return refusedPicture(received);
    const [photo] = received.data;
    if (!photo) return refuse('INVALID_INPUT', 'fileId');
    const portrait: Portrait = { ...photo, state: 'checking', consentAt: clock.now() };
    const written = await database.transaction(async (transaction) => {
      const before = await transaction.get(people, personId);
      if (!before || before.leftAt) return refuse('NOT_FOUND');
      const replay = replayed(before);
      if (replay) return replay;
      const set = { portrait, request, ...withAct(before, context, caller, 'person.setPortrait') };
      await transaction.update(people, personId, { set });
      await recordChange(
        transaction,
        { kind: 'person', id: personId },
        { at: clock.now(), revision: request.requestKey },
      );
      return done(before);
    });
    if (!written.ok) return written;
    const { portrait: replaced } = written.data;
    const isReplaced = replaced !== undefined && replaced.fileId !== photo.fileId;
    await removeFiles(context, [input.fileId, ...(isReplaced ? [replaced.fileId] : [])]);
    return done(portraitView(portrait, undefined));
  },
});
