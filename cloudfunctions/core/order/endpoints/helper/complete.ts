import type { EvidenceInput } from '../../../../../miniprogram/contracts/order';
import { limits } from '../../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../../access/caller';
import { signedInEndpoint } from '../../../access/endpoint';
import { findDoubts } from '../../../platform/content';
import type { Context } from '../../../platform/context';
import { replayOf } from '../../../platform/request';
import { refuse, type Refusal } from '../../../platform/result';
import { fileId, fileIds, object, optional, v, words } from '../../../platform/validation';
import type { CommandFor, EvidenceClaim } from '../../rules/command';
import { changeOf, seatOf, seatsOf, withSeat } from '../../rules/seats';
import { moveKeys, note } from '../../flow/inputs';
import { moveOrder, wrongCodeLimit } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';
import { orders, type Evidence, type Order, type StoredPhoto } from '../../document/order';
import { removeFiles } from '../../../photo/receive-photos';
import { removeUnused, storePhotos } from '../../flow/check-photos';
import { withDoubtedParts } from '../../flow/doubts';
import { evidencePart } from '../../rules/public-parts';

const photoIds = v.pipe(v.array(fileId), v.minLength(1), v.maxLength(limits.photos));
const evidenceInput = v.variant('kind', [
  object({ kind: v.literal('photo'), fileIds: photoIds, note }),
  object({ kind: v.literal('code'), code: v.pipe(v.string(), v.regex(/^\d{4}$/)), note }),
  object({ kind: v.literal('phone'), note: words(limits.reasonWords) }),
  object({ kind: v.literal('record'), note: words(limits.reasonWords), fileIds: optional(fileIds) }),
]);

/**
 * Applies to finish with one piece of evidence (S2-13).
 * A wrong code is counted, which is a write too; each photograph costs a download, an upload and a removal more,
 * and all of them together a write.
 * Cost: 1 read, 1 write; to notify, 1 write.
 */
export const completeOrder = signedInEndpoint({
  name: 'order.complete',
  input: object({ ...moveKeys, evidence: evidenceInput }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  async run(context, caller, { evidence, ...input }) {
    let kept: readonly StoredPhoto[] = [];
    const command: CommandFor<'complete'> = { action: 'complete', claim: claimOf(evidence) };
    const moved = await moveOrder(context, caller, {
      input,
      command,
      beforeWrite: async (after) => {
        const proved = await withEvidence(context, caller, evidence, after);
        if (proved && '_id' in proved) kept = evidenceOf(proved, caller)?.photos ?? [];
        return proved;
      },
      onRefusal: (order, refusal) => countWrongCode(context, caller, order, refusal),
    });
    if (moved.ok) await removeFiles(context, filesOf(evidence));
    if (!moved.ok) await removeUnused(context, input.orderId, kept, moved);
    return moved;
  },
});

function claimOf(input: EvidenceInput): EvidenceClaim {
  const text = input.note ?? null;
  switch (input.kind) {
    case 'photo':
    case 'record':
      return { kind: input.kind, evidence: { kind: input.kind, photos: filesOf(input).map(unchecked), note: text } };
    case 'code':
      return { kind: 'code', code: input.code, evidence: { kind: 'code', photos: [], note: text } };
    case 'phone':
      return { kind: 'phone', evidence: { kind: 'phone', photos: [], note: text } };
  }
}

function filesOf(input: EvidenceInput): readonly string[] {
  return 'fileIds' in input ? (input.fileIds ?? []) : [];
}

function unchecked(id: string): StoredPhoto {
  return { fileId: id, traceId: null, state: 'checking' };
}

async function withEvidence(
  context: Context,
  caller: SignedIn,
  input: EvidenceInput,
  after: Order,
): Promise<Refusal | Order | undefined> {
  const doubted = await findDoubts(context, { 'evidence.note': input.note });
  if (!doubted.ok) return doubted;
  const { personId } = caller.login;
  const withheld = withDoubtedParts(after, doubted.data.length > 0 ? [evidencePart(personId)] : [], after.updatedAt);
  const files = filesOf(input);
  const own = evidenceOf(after, caller);
  if (files.length === 0 || !own) return withheld;
  const photos = await storePhotos(context, files, { field: 'evidence.fileIds', holderId: after._id });
  if (!photos.ok) return photos;
  return {
    ...withheld,
    ...changeOf(withSeat(after, personId, { evidence: { ...own, photos: photos.data } })),
    traces: [...after.traces, ...photos.data.flatMap(({ traceId }) => traceId ?? [])],
  };
}

/** What the caller brought, beside what others bring. */
function evidenceOf(order: Order, { login }: SignedIn): Evidence | null {
  return seatsOf(order).find(({ personId }) => personId === login.personId)?.evidence ?? null;
}

/**
 * The order's version stays, so that the member may try again at once. Two guesses at once count once each, and one
 * that is delivered twice counts once.
 */
async function countWrongCode(
  { database, request }: Context,
  caller: SignedIn,
  order: Order,
  refusal: Refusal,
): Promise<Refusal> {
  if (refusal.code !== 'WRONG_CODE' || !seatOf(order, caller.login.personId)) return refusal;
  const where = { _id: order._id, status: 'accepted' };
  const isNew = await database.updateWhere(
    orders,
    { ...where, 'wrongCodes.requestKey': { not: request.requestKey } },
    { increment: { finishAttempts: 1 }, push: { wrongCodes: { values: [request], limit: wrongCodeLimit } } },
  );
  if (isNew > 0) return refusal;
  const { wrongCodes = [] } = (await database.get(orders, order._id)) ?? {};
  if (replayOf(wrongCodes, request, () => undefined)?.ok !== false) return refusal;
  // Another code under the same request at the same moment: it is a guess of its own.
  await database.updateWhere(orders, where, { increment: { finishAttempts: 1 } });
  return refuse('REQUEST_REUSED', 'requestId');
}
