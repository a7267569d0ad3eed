/**
 * One reading of telephone numbers for every field, import and comparison. Two ways of typing a number read as the same
 * digits. `service`: numbers of offices and hot lines (12345, 110, 95xxx, 400), which belong to no person.
 */
export type PhoneKind = 'mobile' | 'landline' | 'service';

/**
 * `number`: digits alone, as a telephone dials them: a mobile without country code, a landline with its area code where
 * one is known. `extension`: what has to be dialled after the answer.
 */
export interface PhoneNumber {
  readonly kind: PhoneKind;
  readonly number: string;
  readonly extension?: string;
}

/**
 * `empty`; `characters` letters or signs that no number has; `several` more than one number; `foreign` a country code
 * other than 86; `short`, `long` too few or too many digits; `unknown` as many digits as a number has, but none begins
 * like that.
 */
export type PhoneProblem = 'empty' | 'characters' | 'several' | 'foreign' | 'short' | 'long' | 'unknown';

export type PhoneReading =
  { readonly ok: true; readonly value: PhoneNumber } | { readonly ok: false; readonly problem: PhoneProblem };

/** Marks that stand before an extension, in order: zhuan (both forms), fenji, neixian, English, key signs. */
const extensionMark = '(?:\\u8f6c|\\u8f49|\\u5206\\u673a\\u53f7?|\\u5185\\u7ebf|extension|ext\\.?|x|#|\\*)';
const marked = new RegExp(`^(.*\\d)[ ,]*(?:${extensionMark}[ :.-]*)+(\\d{1,6})$`);
const hyphened = /^(.*\d) *- *(\d{1,5})$/;
/** Between numbers: comma, semicolon, enumeration comma, strokes, line breaks, huo, he. */
const separator = new RegExp(`\\s*(?:,(?!\\s*${extensionMark})|[;\\u3001/|\\n\\u6216\\u548c])\\s*`);

/** Width, hyphens, blanks and brackets in one form; what copying from an address book leaves unseen is gone. */
function plain(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212\u30fc\ufe58]/g, '-')
    .replace(/[\r\n]+/g, '\n')
    .replace(/[^\S\n]|[()[\]\u3010\u3011.\u00b7]/g, ' ')
    .trim()
    .toLowerCase();
}

const mobile = /^0?(1[3-9]\d{9})$/;
const service = /^(?:1[12]\d|1[12]\d{3}|100\d\d|1010\d{4}|11[68]114|95\d{3,6}|96\d{3,4}|[48]00\d{7})$/;
const withAreaCode = /^(?:0(?:10|2[0-57-9])[2-8]\d{7}|0[3-9]\d\d[2-8]\d{6,7})$/;
const serviceWithAreaCode = /^0(?:10|2[0-57-9]|[3-9]\d\d)(?:123\d\d|96\d{3,4})$/;
const local = /^[2-8]\d{6,7}$/;

/** What a number is that is whole as it stands. */
function known(digits: string): PhoneNumber | undefined {
  const short = mobile.exec(digits)?.[1];
  if (short !== undefined) return { kind: 'mobile', number: short };
  if (service.test(digits) || serviceWithAreaCode.test(digits)) return { kind: 'service', number: digits };
  return withAreaCode.test(digits) ? { kind: 'landline', number: digits } : undefined;
}

function knownLocally(digits: string, areaCode: string): PhoneNumber | undefined {
  const isLocal = local.test(digits) && (areaCode === '' || withAreaCode.test(areaCode + digits));
  return isLocal ? { kind: 'landline', number: areaCode + digits } : undefined;
}

/** Digits with blanks and hyphens between them, after the country code or not; behind it an area code has no 0. */
function readDigits(text: string, areaCode: string): PhoneNumber | undefined {
  const digits = text.replace(/[ -]/g, '');
  const asTyped = known(digits) ?? knownLocally(digits, areaCode);
  const national = /^(?:\+|00)?86(\d+)$/.exec(digits)?.[1];
  if (asTyped !== undefined || national === undefined) return asTyped;
  return known(national) ?? known(`0${national}`);
}

/**
 * A number and what stands behind its last hyphen, where it is whole without that; short numbers have no extensions.
 */
function readHyphened(text: string, areaCode: string): PhoneNumber | undefined {
  const [, head = '', extension = ''] = hyphened.exec(text) ?? [];
  const phone = readDigits(head, areaCode);
  if (phone === undefined || readDigits(text, areaCode)?.kind === 'service') return undefined;
  const takesExtension = phone.kind !== 'service' || phone.number.length === 10;
  return takesExtension ? { ...phone, extension } : undefined;
}

function problemOf(text: string): PhoneProblem {
  const digits = text.replace(/[ -]/g, '');
  if (/^(?:\+|00)(?!86)/.test(digits)) return 'foreign';
  const { length } = digits.replace(/^(?:\+|00)86/, '');
  if (length < 7) return 'short';
  return length > 12 ? 'long' : 'unknown';
}

function readOne(text: string, areaCode: string): PhoneReading {
  const [, head, extension = ''] = marked.exec(text) ?? [];
  const body = head ?? text;
  if (!/^\+?[\d -]+$/.test(body)) return { ok: false, problem: 'characters' };
  const phone = (head === undefined ? readHyphened(body, areaCode) : undefined) ?? readDigits(body, areaCode);
  if (phone === undefined) return { ok: false, problem: problemOf(body) };
  return { ok: true, value: head === undefined ? phone : { ...phone, extension } };
}

/** Blanks part a number's groups, and numbers: they part numbers where each piece is one. */
function partedByBlanks(text: string): readonly string[] {
  const pieces = text.split(/\s+/);
  return pieces.every((piece) => readOne(piece, '').ok) ? pieces : [text];
}

/** The numbers of one field, each as it was typed but for its width and blanks: what an import reads one by one. */
export function splitPhones(typed: string): readonly string[] {
  return plain(typed)
    .split(separator)
    .filter((part) => part !== '')
    .flatMap(partedByBlanks);
}

/**
 * Reads one number as somebody typed it.
 * @param areaCode put before a landline that has none (`0351`); without it such a number stays as short as it is
 */
export function readPhone(typed: string, areaCode = ''): PhoneReading {
  const parts = splitPhones(typed);
  const [only] = parts;
  if (only === undefined) return { ok: false, problem: 'empty' };
  return parts.length > 1 ? { ok: false, problem: 'several' } : readOne(only, areaCode);
}
