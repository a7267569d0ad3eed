import type { Rectangle } from '../../../miniprogram/contracts/moderation';
import type * as Codec from './codec';
import { blackedOut } from './black-out';
import { shrunk, squared, upright, type Pixels } from './pixels';
import { readPhoto } from './photo';
import { accept, refusePhoto, type PhotoResult } from './problem';
import type { PhotoSource } from './source';

const maxSide = 1_600;
const quality = 82;
/** Sharp at 300 dpi where the largest card prints a portrait, 21 mm wide, with room to spare. */
const portraitSide = 400;

/** `portrait`: a square of 400 pixels at most, as cards show whoever serves a grid. */
export type PhotoShape = 'whole' | 'portrait';

/** A photograph that is nothing but its pixels. */
export interface CleanPhoto {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a photograph anew: upright, its longest side at most 1,600, as a JPEG of its pixels alone. Whatever else the
 * file held (place, words, further pictures, film, thumbnail, colour profile) is not in it, since nothing but pixels is
 * handed on.
 *
 * A file that already looks clean is drawn anew all the same. Looking at its segments would save about 0.1 s of a
 * processor for a picture of 1,600 pixels, but finds no words that stand behind the last pixel of the coded data or in
 * a table.
 *
 * The codecs are loaded at the first call, so that they weigh on no cold start.
 */
export async function cleanPhoto(bytes: Uint8Array, shape: PhotoShape = 'whole'): Promise<PhotoResult<CleanPhoto>> {
  const source = readPhoto(bytes);
  if (!source.ok) return source;
  const codec = await import('./codec');
  const small = await decoded(source.value, codec).catch(() => undefined);
  if (small === undefined) return refusePhoto('unreadable');
  const whole = upright(small, source.value.orientation);
  const pixels = shape === 'portrait' ? shrunk(squared(whole), portraitSide) : whole;
  const jpeg = await codec.encodeJpeg(pixels, quality);
  return accept({ jpeg, width: pixels.width, height: pixels.height });
}

/**
 * Draws a photograph of ours anew with these rectangles in black. What was under them is in no pixel of it, since it is
 * drawn from the blackened pixels alone.
 */
export async function redactPhoto(
  bytes: Uint8Array,
  rectangles: readonly Rectangle[],
): Promise<PhotoResult<CleanPhoto>> {
  const source = readPhoto(bytes);
  if (!source.ok) return source;
  const codec = await import('./codec');
  const whole = await decoded(source.value, codec).catch(() => undefined);
  if (whole === undefined) return refusePhoto('unreadable');
  const pixels = blackedOut(whole, rectangles);
  const jpeg = await codec.encodeJpeg(pixels, quality);
  return accept({ jpeg, width: pixels.width, height: pixels.height });
}

/** @throws where the data is damaged */
async function decoded(source: PhotoSource, codec: typeof Codec): Promise<Pixels> {
  const shrink = (pixels: Pixels): Pixels => shrunk(pixels, maxSide);
  switch (source.format) {
    case 'jpeg':
      return codec.decodeJpeg(source.picture, source, shrink);
    case 'webp':
      return codec.decodeWebp(source.picture, shrink);
    case 'png':
      return shrink(codec.decodePng(source.picture));
  }
}
