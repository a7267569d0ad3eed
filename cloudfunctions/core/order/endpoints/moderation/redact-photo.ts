import type { Rectangle } from '../../../../../miniprogram/contracts/moderation';
import { renamedCase } from '../../../moderation/rules/decide-case';
import type { SignedIn } from '../../../access/caller';
import { signedInEndpoint } from '../../../access/endpoint';
import { redactPhoto as redacted } from '../../../photo/clean-photo';
import { removeFiles } from '../../../photo/receive-photos';
import { recordUpload } from '../../../photo/upload-record';
import { wholeSide } from '../../../photo/black-out';
import type { Context } from '../../../platform/context';
import { derivedId } from '../../../platform/ids';
import { replayOf } from '../../../platform/request';
import { done, refuse, type Result } from '../../../platform/result';
import { fileId, id, object, requestId, v } from '../../../platform/validation';
import { requestsOf, type Order } from '../../document/order';
import { photosOf, replacedFile } from '../../document/held-files';
import { findOrder, prefetchOrder } from '../../flow/find-order';
import { writeDecision } from '../../flow/moderate-order';
import { orderActor } from '../../flow/order-actor';
import { photoView } from '../../flow/party-view';
import { photoPart, publicPartsOf } from '../../rules/public-parts';
import { visibilityOf } from '../../rules/visibility';

/** As many as fingers draw on one picture. */
const maxRectangles = 20;
/** An order remembers so many. */
const kept = 40;

const share = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(wholeSide));
const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(wholeSide));
const rectangles = v.pipe(
  v.array(object({ left: share, top: share, width: side, height: side })),
  v.minLength(1),
  v.maxLength(maxRectangles),
);

/**
 * Blacks out parts of a photograph that passed its check, before or after others see it: its author, or staff who read
 * the order. The server draws it anew from its pixels and deletes the file before; there is no smaller copy of either.
 * What is about to be stored is recorded first, with the file that it replaces, so that a job finds whichever of the
 * two is left over. A download, an upload and a removal beside it.
 * Cost: 3 reads, 3 writes.
 */
export const redactPhoto = signedInEndpoint({
  name: 'order.redactPhoto',
  input: object({ orderId: id, fileId, rectangles, requestId }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: prefetchOrder,
  async run(context, caller, { orderId, fileId: from, rectangles: drawn }) {
    const order = await findOrder(context, caller, orderId);
    if (!order.ok) return order;
    const replay = replayOf(requestsOf(order.data), context.request, () => order.data);
    if (replay) return replay.ok ? answer(context, replay.data) : replay;
    const refused = refusalOf(order.data, caller, from);
    if (refused) return refused;
    const to = await storeRedacted(context, { orderId, from, drawn });
    if (!to.ok) return to;
    const decided = await writeDecision(context, caller, {
      orderId,
      part: photoPart(to.data),
      act: 'redact',
      change(current) {
        const gone = refusalOf(current, caller, from);
        return gone ?? done(changeOf(context, caller, current, { from, to: to.data }));
      },
    });
    if (!decided.ok) return decided;
    await removeFiles(context, [from]);
    return answer(context, decided.data);
  },
});

/** Why nobody, or not this person, blacks out a part of it; undefined where they do. */
function refusalOf(order: Order, caller: SignedIn, file: string): Exclude<Result<never>, { ok: true }> | undefined {
  const actor = orderActor(caller);
  const visibility = visibilityOf(order, actor);
  if (!visibility) return refuse('NOT_FOUND', 'orderId');
  const found = publicPartsOf(order).find(({ part }) => part === photoPart(file));
  if (!found || !(visibility.others || found.authorId === actor.personId)) return refuse('NOT_FOUND', 'fileId');
  return found.photo?.state === 'shown' ? undefined : refuse('WRONG_STATUS', 'fileId');
}

interface Redacting {
  readonly orderId: string;
  readonly from: string;
  readonly drawn: readonly Rectangle[];
}

/** @returns the id of the new file */
async function storeRedacted(context: Context, { orderId, from, drawn }: Redacting): Promise<Result<string>> {
  const bytes = await context.storage.download(from);
  if (bytes === undefined) return refuse('NOT_FOUND', 'fileId');
  const clean = await redacted(bytes, drawn);
  if (!clean.ok) return refuse('PHOTO_UNREADABLE', 'fileId');
  const path = `clean/photos/${derivedId('', 'redacted', context.openid, context.requestId, from)}.jpg`;
  const bucket = /^cloud:\/\/[^/]+\//.exec(from)?.[0] ?? '';
  await recordUpload(context, { holderId: orderId, cleanIds: [bucket + path, from], originalIds: [] });
  return done(await context.storage.upload(path, Buffer.from(clean.value.jpeg)));
}

function changeOf(
  { clock, request }: Context,
  { login: { personId, name } }: SignedIn,
  order: Order,
  { from, to }: { readonly from: string; readonly to: string },
) {
  const line = { at: clock.now(), by: { personId, name }, fromFileId: from, toFileId: to, request };
  return {
    ...replacedFile(order, from, to),
    ...renamedCase(order, photoPart(from), photoPart(to)),
    redactions: [...(order.redactions ?? []), line].slice(-kept),
  };
}

/** The photograph as it is now. */
async function answer({ storage, request }: Context, order: Order) {
  const line = order.redactions?.find((one) => one.request.requestKey === request.requestKey);
  const photo = photosOf(order).find((one) => one.fileId === line?.toFileId);
  if (!photo) return refuse('NOT_FOUND', 'fileId');
  return done({ photo: photoView(photo, await storage.urls([photo.fileId])) });
}
