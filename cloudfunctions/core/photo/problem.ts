/**
 * Why a file is not taken as a photograph: `bytes` more than the limit; `pixels` more than the server reads; `heic` an
 * iPhone's own format, which has to be taken or sent as JPEG; `format` no photograph at all (HTML, SVG, a film, a
 * drawing as lossless WebP); `unreadable` damaged, or of a rare kind; `duplicate` the same picture as an earlier one of
 * the same call.
 */
export type PhotoProblem = 'bytes' | 'pixels' | 'heic' | 'format' | 'unreadable' | 'duplicate';

/** A rule's answer: a value, or why there is none. */
export type PhotoResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: PhotoProblem };

export function accept<T>(value: T): PhotoResult<T> {
  return { ok: true, value };
}

export function refusePhoto(problem: PhotoProblem): PhotoResult<never> {
  return { ok: false, problem };
}
