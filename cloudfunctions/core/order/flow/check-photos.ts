import { errorTable } from '../../../../miniprogram/contracts/error';
import { receivePhotos, removeFiles, type PhotoPurpose } from '../../photo/receive-photos';
import type { Context } from '../../platform/context';
import { done, type Refusal, type Result } from '../../platform/result';
import { heldFiles } from '../document/held-files';
import { orders, type StoredPhoto } from '../document/order';

/** The photographs of a call, clean and under ids of their own; until their check is through, nobody sees them. */
export async function storePhotos(
  context: Context,
  fileIds: readonly string[],
  purpose: PhotoPurpose,
): Promise<Result<readonly StoredPhoto[]>> {
  const received = await receivePhotos(context, fileIds, purpose);
  return received.ok ? done(received.data.map((photo) => ({ ...photo, state: 'checking' as const }))) : received;
}

/**
 * Removes the clean copies of a call that was refused after it had stored them. A refusal that may be tried again keeps
 * them, since the same call may just be under way once more: a job removes what it leaves (`jobs/sweep-photos.ts`). So
 * does an order that holds them, by a call that came twice. One read, one removal.
 */
export async function removeUnused(
  context: Context,
  orderId: string,
  photos: readonly StoredPhoto[],
  { code }: Refusal,
): Promise<void> {
  if (photos.length === 0 || errorTable[code].retry) return;
  const order = await context.database.get(orders, orderId);
  const held = order ? heldFiles(order) : [];
  const unused = photos.map(({ fileId }) => fileId).filter((fileId) => !held.includes(fileId));
  await removeFiles(context, unused);
}
