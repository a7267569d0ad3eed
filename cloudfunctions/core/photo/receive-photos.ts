import type { ErrorCode } from '../../../miniprogram/contracts/error';
import type { Context } from '../platform/context';
import { derivedId } from '../platform/ids';
import { errorFields } from '../platform/log';
import { done, refuse, type Refusal, type Result } from '../platform/result';
import { cleanPhoto } from './clean-photo';
import { findRefusedPhoto } from './photo';
import type { PhotoProblem } from './problem';

type PhotoContext = Pick<Context, 'storage' | 'openapi' | 'openid' | 'log' | 'requestId'>;

/** A photograph that is nothing but its pixels, under an id of its own, whose content check has begun. */
export interface ReceivedPhoto {
  readonly fileId: string;
  readonly traceId: string;
}

const codes: Record<PhotoProblem, ErrorCode> = {
  bytes: 'PHOTO_TOO_LARGE',
  pixels: 'PHOTO_TOO_LARGE',
  heic: 'PHOTO_HEIC',
  format: 'PHOTO_FORMAT',
  unreadable: 'PHOTO_UNREADABLE',
  duplicate: 'PHOTO_REPEATED',
};

/** Where the server keeps what it wrote itself: nobody hands such a file in as a photograph of theirs. */
const ownFolders = ['clean', 'cards', 'demo'] as const;
const ownFile = new RegExp(`^cloud://[^/]+/(?:${ownFolders.join('|')})/`);

/**
 * Reads each photograph of a call once, and stores what is left when everything but the pixels is gone; WeChat checks
 * that copy. Nobody could read the originals; they are removed when the call has written what it was for
 * (`removeFiles`), so that a call that failed may be made again, and finds its copies again. A photograph that nobody
 * can draw takes the copies before it away with it. The refusal names the photograph by its place in `field`.
 */
export async function receivePhotos(
  context: PhotoContext,
  fileIds: readonly string[],
  field: string,
): Promise<Result<readonly ReceivedPhoto[]>> {
  if (fileIds.length === 0) return done([]);
  const files = await readOriginals(context, fileIds, field);
  if (!files.ok) return files;
  const refused = findRefusedPhoto(files.data);
  if (refused) return refuse(codes[refused.problem], `${field}.${refused.index}`);
  const cleanIds: string[] = [];
  for (const [index, bytes] of files.data.entries()) {
    const clean = await cleanPhoto(bytes);
    if (!clean.ok) {
      await removeFiles(context, cleanIds);
      return refuse(codes[clean.problem], `${field}.${index}`);
    }
    const path = cleanPath(context.openid, fileIds[index] ?? '');
    cleanIds.push(await context.storage.upload(path, Buffer.from(clean.value.jpeg)));
  }
  return startChecks(context, cleanIds, field);
}

/** One after the other, since each may be large. */
async function readOriginals(
  { storage }: PhotoContext,
  fileIds: readonly string[],
  field: string,
): Promise<Result<readonly Uint8Array[]>> {
  const files: Uint8Array[] = [];
  for (const [index, fileId] of fileIds.entries()) {
    if (fileIds.indexOf(fileId) < index) return refuse('PHOTO_REPEATED', `${field}.${index}`);
    const bytes = ownFile.test(fileId) ? undefined : await storage.download(fileId);
    if (bytes === undefined) return refuse('INVALID_INPUT', `${field}.${index}`);
    files.push(bytes);
  }
  return done(files);
}

/** The same for the same file, so that a call that is made again leaves no second copy. */
function cleanPath(openid: string, fileId: string): string {
  const name = /[\w-]{1,40}(?=\.\w+$)/.exec(fileId)?.[0] ?? 'photo';
  return `clean/photos/${derivedId('', 'photo', openid, fileId)}-${name}.jpg`;
}

async function startChecks(
  { storage, openapi, openid }: PhotoContext,
  cleanIds: readonly string[],
  field: string,
): Promise<Result<readonly ReceivedPhoto[]>> {
  const urls = await storage.urls(cleanIds);
  const started = await Promise.all(cleanIds.map((fileId) => openapi.checkPhoto(openid, urls.get(fileId) ?? '')));
  const received: ReceivedPhoto[] = [];
  for (const [index, check] of started.entries()) {
    if (check === 'unchecked') return uncheckedAt(field, index);
    received.push({ fileId: cleanIds[index] ?? '', traceId: check.traceId });
  }
  return done(received);
}

function uncheckedAt(field: string, index: number): Refusal {
  return refuse('CONTENT_UNCHECKED', `${field}.${index}`);
}

/**
 * Removes originals, once their clean copies stand where they belong, and copies that stand nowhere. Never throws:
 * nobody can read them.
 */
export async function removeFiles(context: PhotoContext, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  try {
    await context.storage.remove(fileIds);
  } catch (error) {
    context.log.line('error', { event: 'photo', requestId: context.requestId, ...errorFields(error) });
  }
}
