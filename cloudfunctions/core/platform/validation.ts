import * as v from 'valibot';
import { readCardNumber } from '../../../miniprogram/contracts/card-number';
import { limits } from '../../../miniprogram/contracts/limits';
import { readPhoneText } from './input/phone';
import { findUnacceptable, pathText } from './guard';
import { readName } from './input/name';
import { schemaOf } from './input/schema';
import { readInstant } from './input/time';
import { readLine, readWords } from './input/words';
import { done, refuse, type Result } from './result';

export * as v from 'valibot';

/** An object with these keys and no others. */
export const object = v.strictObject;

/** A key that may be left out. */
export const optional = v.exactOptional;

/** What a person typed, as `readWords` reads it: trimmed, with something to be seen, at most so long. */
export function words(maxLength: number) {
  return schemaOf((typed) => readWords(typed, maxLength));
}

/** The same in one line. */
export function line(maxLength: number) {
  return schemaOf((typed) => readLine(typed, maxLength));
}

/** A person's name, in the one form in which names are stored and compared. */
export const personName = schemaOf((typed) => readName(typed, limits.personName));

/** A moment with its offset, as `readInstant` reads it; what comes out is the same moment in UTC. */
export const instant = schemaOf((typed) => {
  const reading = readInstant(typed);
  return reading.ok ? { ok: true, value: reading.value.toISOString() } : reading;
});

/** A day of the calendar: `2026-11-28`. */
export const calendarDay = v.pipe(
  v.string(),
  v.regex(/^20\d\d-\d\d-\d\d$/),
  v.check((typed) => {
    const at = Date.parse(`${typed}T00:00:00Z`);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(typed);
  }),
);

/** An id of ours, or of an openid. */
export const id = v.pipe(v.string(), v.regex(/^[\w:.@-]{1,128}$/));
export const requestId = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));

/** The version of the document that the caller saw. */
export const version = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

/** What a key of ours may hold; a list of people is paged by their names. */
const visibleLine = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u;

/** The place of a page in a list, as an earlier page gave it. */
export const cursor = v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.regex(visibleLine));

/** The place of a page in a book: the number of the line after which it begins. */
export const sequenceCursor = v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/));

/** The place of a page in a list by time: when its last line is from, and that line's id. */
export const timeCursor = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z>[\w:.@-]{1,128}$/),
  v.check((typed) => !Number.isNaN(Date.parse(typed.slice(0, typed.indexOf('>'))))),
);

/** The place of a page in a list by position: that of its last line, and that line's id. */
export const positionCursor = v.pipe(v.string(), v.regex(/^\d{1,9}>[\w:.@-]{1,128}$/));

/** A card's token, as we make them. */
export const cardToken = v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{8,20}$/));

/** A card's short number, however it was typed. */
export const cardNumber = schemaOf((typed) => {
  const value = readCardNumber(typed);
  return value === undefined ? { ok: false, problem: 'not the number of a card' } : { ok: true, value };
});

/** A telephone number as it stands somewhere, for saying which one is meant. */
export const shownPhone = v.pipe(v.string(), v.regex(/^\d[\d-]{2,19}$/));

/** What a scanned code carries, which may be anybody's; an empty text stands for none. */
export function scannedText(maxLength: number) {
  return v.pipe(v.string(), v.maxLength(maxLength), v.regex(visibleLine));
}

/** A code of WeChat's, whose form is its own: letters, digits and signs that can be seen. */
export const platformCode = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,200}$/));

/** The number of a person, however it was typed: digits alone, an extension behind a hyphen (`readPersonPhone`). */
export const personPhone = schemaOf(readPhoneText);

/** A file in the cloud's storage. */
export const fileId = v.pipe(
  v.string(),
  v.startsWith('cloud://'),
  v.maxLength(300),
  v.regex(/^[^\s\p{Cc}\p{Cf}\p{Cs}]*$/u),
);
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
