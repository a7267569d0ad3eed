import { Binary, EJSON, ObjectId } from 'bson';
import { invalidParameter } from '../errors';
import { isFields, type Fields, type Value } from './value';

/** Options of a regular expression in the cloud. */
const regexOptions = /^[imsx]*$/;

type Reader = (content: unknown, now: Date | undefined) => Value;

const readers: Readonly<Record<string, Reader>> = {
  $numberInt: (content) => Number(content),
  $numberLong: (content) => Number(content),
  $numberDouble: (content) => Number(content),
  $date: readDate,
  $oid: (content) => new ObjectId(String(content)),
  $regularExpression: (content) =>
    isFields(content) ? readRegex(content['pattern'], content['options']) : refuse('$regularExpression'),
  $binary: readBinary,
  $tcb_server_date: readServerDate,
};
const unsupported = new Set([
  '$numberDecimal',
  '$timestamp',
  '$minKey',
  '$maxKey',
  '$symbol',
  '$code',
  '$dbPointer',
  '$undefined',
]);

/**
 * Reads extended JSON, canonical as the SDK sends it or relaxed as the file has it.
 * @param now what every `serverDate` marker of one request resolves to, before its offset
 * @throws DatabaseError for kinds of values that the cloud's SDK cannot send
 */
export function readEjson(text: string, now?: Date): Value {
  const parsed: unknown = parseJson(text);
  return text.includes('"$') || text.includes('__proto__') ? readValue(parsed, now) : plain(parsed);
}

/** Same, for what must be an object: a document, a filter, an update. */
export function readEjsonFields(text: string, now?: Date): Fields {
  const value = readEjson(text, now);
  if (!isFields(value)) throw invalidParameter(`an object was expected, got ${text.slice(0, 60)}`);
  return value;
}

/** Relaxed extended JSON: the form of the file and of replies. */
export function writeEjson(value: Value): string {
  return JSON.stringify(tagged(value));
}

/** From here on the library writes a date as a number: the year 10000. */
const lastPlainDateMs = 253_402_318_800_000;

/**
 * What JSON has of a value: the value itself as far as it is plain, tags for the rest. The library does the same for
 * every value, but makes each object anew.
 */
function tagged(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : EJSON.serialize({ value })['value'];
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return { $date: dateContent(value) };
  if (Array.isArray(value)) return value.some(isTagged) ? value.map(tagged) : value;
  if (!isFields(value) || '_bsontype' in value) return EJSON.serialize({ value })['value'];
  let copy: Record<string, unknown> | undefined;
  for (const name of Object.keys(value)) {
    if (!isTagged(value[name])) continue;
    copy ??= { ...value };
    copy[name] = tagged(value[name]);
  }
  return copy ?? value;
}

/** True for what may need a tag, itself or within. */
function isTagged(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return value === undefined || (typeof value === 'object' && value !== null);
}

function dateContent(date: Date): unknown {
  const ms = date.getTime();
  if (!(ms > -1 && ms < lastPlainDateMs)) return { $numberLong: String(ms) };
  const text = date.toISOString();
  return ms % 1000 === 0 ? `${text.slice(0, -5)}Z` : text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidParameter(`not JSON: ${text.slice(0, 60)}`);
  }
}

/** JSON without a single tag is already what documents are made of. */
function plain(parsed: unknown): Value {
  return isFields(parsed) || Array.isArray(parsed) ? parsed : readValue(parsed, undefined);
}

/** Reads what JSON made, in place: only what carries a tag is made anew. */
function readValue(value: unknown, now: Date | undefined): Value {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
    return value;
  if (isList(value)) {
    for (const [at, item] of value.entries()) if (isNested(item)) value[at] = readValue(item, now);
    return value;
  }
  if (!isFields(value)) throw invalidParameter(`cannot read ${typeof value}`);
  const names = Object.keys(value);
  const first = names[0];
  if (first?.startsWith('$')) {
    const read = Object.hasOwn(readers, first) ? readers[first] : undefined;
    if (read !== undefined && names.length === 1) return read(value[first], now);
    if (unsupported.has(first)) return refuse(first);
  }
  for (const name of names) {
    if (name === '__proto__') return refuse(name);
    const child = value[name];
    if (isNested(child)) value[name] = readValue(child, now);
  }
  return typeof value['$regex'] === 'string' ? withRegex(value) : value;
}

const isNested = (value: unknown): boolean => typeof value === 'object' && value !== null;
const isList = (value: unknown): value is Value[] => Array.isArray(value);

/** `{ $regex: 'text', $options }` holds one regular expression in two fields. */
function withRegex(fields: Fields): Fields {
  const { $regex: pattern, $options: options, ...others } = fields;
  return typeof pattern === 'string' ? { ...others, $regex: readRegex(pattern, options) } : fields;
}

function refuse(name: string): never {
  throw invalidParameter(`unsupported extended JSON: ${name}`);
}

function readDate(content: unknown): Date {
  const date =
    typeof content === 'string'
      ? new Date(content)
      : new Date(isFields(content) ? Number(content['$numberLong']) : Number(content));
  if (Number.isNaN(date.getTime())) return refuse('$date without a valid time');
  return date;
}

function readServerDate(content: unknown, now: Date | undefined): Value {
  const offset = isFields(content) ? readValue(content['offset'] ?? 0, now) : 0;
  if (now === undefined || typeof offset !== 'number') return refuse('$tcb_server_date');
  return new Date(now.getTime() + offset);
}

/** @throws DatabaseError for a pattern that JavaScript's engine does not know, and for options other than i, m, s, x */
export function readRegex(pattern: unknown, options: unknown): RegExp {
  const given = String(options ?? '');
  if (!regexOptions.test(given)) throw invalidParameter(`regular expression options are i, m, s and x, got '${given}'`);
  const flags = [...new Set(given.replaceAll('x', ''))].join('');
  const source = given.includes('x') ? withoutBlanks(String(pattern)) : String(pattern);
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw invalidParameter(error instanceof Error ? error.message : `regular expression ${String(pattern)}`);
  }
}

/** What `x` does: blanks and comments are left out of a pattern, but not within brackets or behind a backslash. */
function withoutBlanks(pattern: string): string {
  return pattern.replace(/\\[^]|\[\^?\]?(?:\\[^]|[^\]\\])*\]|\s+|#.*/g, (part) => (/^[\s#]/.test(part) ? '' : part));
}

function readBinary(content: unknown): Value {
  if (!isFields(content) || typeof content['base64'] !== 'string') return refuse('$binary');
  return new Binary(Buffer.from(content['base64'], 'base64'), parseInt(String(content['subType'] ?? '00'), 16));
}
