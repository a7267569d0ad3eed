import { createHash } from 'node:crypto';
import { limits } from '../../../miniprogram/contracts/limits';
import { photoFormat } from './format';
import { readJpeg } from './jpeg';
import { findDataProblem, readPng } from './png';
import { refusePhoto, type PhotoProblem, type PhotoResult } from './problem';
import type { PhotoSource } from './source';
import { readWebp } from './webp';

/**
 * The most pixels that are decoded: a phone's photograph of 12 megapixels (4096 × 3072), before it is shrunk. A PNG
 * needs several times the memory and holds screenshots alone, which half as many show.
 */
const maxPixels: Record<PhotoSource['format'], number> = { jpeg: 12_582_912, webp: 12_582_912, png: 6_291_456 };

/** Reads a photograph without decoding it; what it refuses would cost the server too much, or is no photograph. */
export function readPhoto(bytes: Uint8Array): PhotoResult<PhotoSource> {
  if (bytes.length > limits.photoBytes) return refusePhoto('bytes');
  const source = readFormat(bytes);
  if (!source.ok) return source;
  const { format, width, height } = source.value;
  if (width === 0 || height === 0) return refusePhoto('unreadable');
  if (width * height > maxPixels[format]) return refusePhoto('pixels');
  const problem = format === 'png' ? findDataProblem(source.value) : undefined;
  return problem === undefined ? source : refusePhoto(problem);
}

function readFormat(bytes: Uint8Array): PhotoResult<PhotoSource> {
  switch (photoFormat(bytes)) {
    case 'jpeg':
      return readJpeg(bytes);
    case 'png':
      return readPng(bytes);
    case 'webp':
      return readWebp(bytes);
    case 'heic':
      return refusePhoto('heic');
    default:
      return refusePhoto('format');
  }
}

/** The first file that cannot be taken, by its place among the files of the call. */
export interface RefusedPhoto {
  readonly index: number;
  readonly problem: PhotoProblem;
}

/**
 * Looks at the photographs of one call, in their order. A duplicate is the same picture, whatever is written beside it.
 * @returns undefined where all can be taken
 */
export function findRefusedPhoto(files: readonly Uint8Array[]): RefusedPhoto | undefined {
  const seen = new Set<string>();
  for (const [index, bytes] of files.entries()) {
    const source = readPhoto(bytes);
    if (!source.ok) return { index, problem: source.problem };
    const hash = createHash('sha256').update(source.value.picture).digest('base64');
    if (seen.has(hash)) return { index, problem: 'duplicate' };
    seen.add(hash);
  }
  return undefined;
}
