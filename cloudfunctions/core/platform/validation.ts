import * as v from 'valibot';
import { limits } from '../../../miniprogram/contracts/limits';
import { readPhoneText } from './input/phone';
import { readName } from './input/name';
import { schemaOf } from './input/schema';
import { readLine, readWords } from './input/words';
import { findUnacceptable, pathText } from './guard';
import { done, refuse, type Result } from './result';

export * as v from 'valibot';

/** An object with these keys and no others. */
export const object = v.strictObject;

/** A key that may be left out. */
export const optional = v.exactOptional;

/** What a person typed, as `readWords` reads it: trimmed, not empty, at most so long, nothing unseen in it. */
export function words(maxLength: number) {
  return schemaOf((typed) => readWords(typed, maxLength));
}

/** The same in one line. */
export function line(maxLength: number) {
  return schemaOf((typed) => readLine(typed, maxLength));
}

/** A person's name, in the one form in which names are stored and compared. */
export const personName = schemaOf((typed) => readName(typed, limits.personName));

/** An id of ours, or of an openid. */
export const id = v.pipe(v.string(), v.regex(/^[\w:.@-]{1,128}$/));
export const requestId = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));

/** The version of the document that the caller saw. */
export const version = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

/** The place of a page in a list, as an earlier page gave it. */
export const cursor = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** The number of a person, however it was typed: digits alone, an extension behind a hyphen (`readPersonPhone`). */
export const personPhone = schemaOf(readPhoneText);

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
