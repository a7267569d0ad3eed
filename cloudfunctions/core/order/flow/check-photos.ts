import { receivePhotos } from '../../photo/receive-photos';
import type { Context } from '../../platform/context';
import { done, type Result } from '../../platform/result';
import type { StoredPhoto } from '../document/order';

/** The photographs of a call, clean and under ids of their own; until their check is through, nobody sees them. */
export async function storePhotos(
  context: Context,
  fileIds: readonly string[],
  field: string,
): Promise<Result<readonly StoredPhoto[]>> {
  const received = await receivePhotos(context, fileIds, field);
  return received.ok ? done(received.data.map((photo) => ({ ...photo, state: 'checking' as const }))) : received;
}
