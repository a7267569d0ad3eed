import type { ErrorCode } from '../../../miniprogram/contracts/error';
import type { Context } from '../platform/context';
import { derivedId } from '../platform/ids';
import { errorFields } from '../platform/log';
import { done, refuse, type Refusal, type Result } from '../platform/result';
import { cleanPhoto, type PhotoShape } from './clean-photo';
import { findRefusedPhoto } from './photo';
import type { PhotoProblem } from './problem';
import { recordUpload } from './upload-record';

type FileContext = Pick<Context, 'storage' | 'log' | 'requestId'>;
type PhotoContext = FileContext & Pick<Context, 'openapi' | 'openid' | 'database' | 'clock'>;

/** What the photographs of a call are for. */
export interface PhotoPurpose {
  /** Of the input, for what is refused. */
  readonly field: string;
  /** The document that is to name them. */
  readonly holderId: string;
  /** `whole` where it is not said. */
  readonly shape?: PhotoShape;
}

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
 * (`removeFiles`), so that a call that failed may be made again. A photograph that nobody can draw takes the copies
 * before it away with it. What is stored is recorded first, so that the copies of a call that dies are found. The
 * refusal names the photograph by its place in `field`. Without photographs it costs nothing; one write else.
 */
export async function receivePhotos(
  context: PhotoContext,
  fileIds: readonly string[],
  { field, holderId, shape = 'whole' }: PhotoPurpose,
): Promise<Result<readonly ReceivedPhoto[]>> {
  if (fileIds.length === 0) return done([]);
  const files = await readOriginals(context, fileIds, field);
  if (!files.ok) return files;
  const refused = findRefusedPhoto(files.data);
  if (refused) return refuse(codes[refused.problem], `${field}.${refused.index}`);
  const paths = fileIds.map((fileId) => cleanPath(context, fileId));
  const cleanIds = fileIds.map((fileId, index) => bucketOf(fileId) + (paths[index] ?? ''));
  await recordUpload(context, { holderId, cleanIds, originalIds: fileIds });
  const stored = await storeCopies(context, files.data, { paths, field, shape });
  return stored.ok ? startChecks(context, stored.data, field) : stored;
}

/** @returns the ids of the copies */
async function storeCopies(
  context: PhotoContext,
  files: readonly Uint8Array[],
  { paths, field, shape }: { readonly paths: readonly string[]; readonly field: string; readonly shape: PhotoShape },
): Promise<Result<readonly string[]>> {
  const cleanIds: string[] = [];
  for (const [index, bytes] of files.entries()) {
    const clean = await cleanPhoto(bytes, shape);
    if (!clean.ok) {
      await removeFiles(context, cleanIds);
      return refuse(codes[clean.problem], `${field}.${index}`);
    }
    cleanIds.push(await context.storage.upload(paths[index] ?? '', Buffer.from(clean.value.jpeg)));
  }
  return done(cleanIds);
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

/** Another one for each call, so that one document alone names it; a repeated call leaves no second copy. */
function cleanPath({ openid, requestId }: PhotoContext, fileId: string): string {
  const name = /[\w-]{1,40}(?=\.\w+$)/.exec(fileId)?.[0] ?? 'photo';
  return `clean/photos/${derivedId('', 'photo', openid, requestId, fileId)}-${name}.jpg`;
}

/** `cloud://environment.bucket/` of a file: what is stored beside it begins so, too. */
function bucketOf(fileId: string): string {
  return /^cloud:\/\/[^/]+\//.exec(fileId)?.[0] ?? '';
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
export async function removeFiles(context: FileContext, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  try {
    await context.storage.remove(fileIds);
  } catch (error) {
    context.log.line('error', { event: 'photo', requestId: context.requestId, ...errorFields(error) });
  }
}
