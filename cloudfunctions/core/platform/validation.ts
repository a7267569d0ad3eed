import * as v from 'valibot';
import { limits } from '../../../miniprogram/contracts/limits';
import { findUnacceptable, pathText } from './guard';
import { done, refuse, type Result } from './result';

export * as v from 'valibot';

/** An object with these keys and no others. */
export const object = v.strictObject;

/** A key that may be left out. */
export const optional = v.exactOptional;

/** What a person typed: trimmed, not empty, at most `most` characters, without control characters but line breaks. */
export function words(maxLength: number) {
  return v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(maxLength),
    v.regex(/^[^\u0000-\u0009\u000b-\u001f\u007f]*$/),
  );
}

/** The same in one line. */
export function line(maxLength: number) {
  return v.pipe(words(maxLength), v.regex(/^[^\n]*$/));
}

/** An id of ours, or of an openid. */
export const id = v.pipe(v.string(), v.regex(/^[\w:.@-]{1,128}$/));
export const requestId = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));

/** The version of the document that the caller saw. */
export const version = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

/** The place of a page in a list, as an earlier page gave it. */
export const cursor = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const mobile = v.pipe(v.string(), v.trim(), v.regex(/^1\d{10}$/));

/** Any number in the country that rings: a mobile, or a landline with or without its area code; kept as digits. */
export const anyPhone = v.pipe(
  v.string(),
  v.maxLength(20),
  v.transform((typed) => typed.replace(/[\s()（）-]/g, '')),
  v.regex(/^(1\d{10}|0\d{9,11}|[2-9]\d{6,7})$/),
);

/** A file in the cloud's storage. */
export const fileId = v.pipe(v.string(), v.startsWith('cloud://'), v.maxLength(300), v.regex(/^[^\s\u0000-\u001f]*$/));
export const fileIds = v.pipe(v.array(fileId), v.maxLength(limits.photos));

/** Checks an endpoint's input; the refusal names the first field that is wrong. */
export function validate<T>(schema: v.GenericSchema<unknown, T>, input: unknown): Result<T> {
  const unacceptable = findUnacceptable(input);
  if (unacceptable !== undefined) return refuse('INVALID_INPUT', unacceptable);
  const parsed = v.safeParse(schema, input ?? {}, { abortEarly: true });
  if (parsed.success) return done(parsed.output);
  const path = parsed.issues[0].path?.map((item) => String(item.key)) ?? [];
  return refuse('INVALID_INPUT', pathText(path));
}
