import type { Context } from '../../platform/context';
import { refuse, type Result } from '../../platform/result';
import type { StoredPhoto } from '../document/order';

/**
 * Starts the content check of each photo; until its verdict comes to `events`, nobody sees it.
 * `CONTENT_UNCHECKED` when a check could not be started; `INVALID_INPUT` for a file that is not there.
 */
export async function startPhotoChecks(
  context: Pick<Context, 'openapi' | 'openid' | 'storage'>,
  fileIds: readonly string[],
  field: string,
): Promise<Result<readonly StoredPhoto[]>> {
  if (fileIds.length === 0) return { ok: true, data: [] };
  const urls = await context.storage.urls(fileIds);
  const missing = fileIds.findIndex((fileId) => !urls.has(fileId));
  if (missing >= 0) return refuse('INVALID_INPUT', `${field}.${missing}`);
  const started = await Promise.all(
    fileIds.map((fileId) => context.openapi.checkPhoto(context.openid, urls.get(fileId) ?? '')),
  );
  const photos: StoredPhoto[] = [];
  for (const [index, check] of started.entries()) {
    if (check === 'unchecked') return refuse('CONTENT_UNCHECKED', `${field}.${index}`);
    photos.push({ fileId: fileIds[index] ?? '', traceId: check.traceId, state: 'checking' });
  }
  return { ok: true, data: photos };
}
