import { isNullish, refused, type Operator, type Result } from './expression';
import { any, naming, nullable, taking } from './forms';
import { integerOf, kindOf, textOf } from './kinds';

const asciiLetters = { upper: /[a-z]+/g, lower: /[A-Z]+/g };
/** Only the letters of ASCII change, as the reference says. */
const upper = (text: string): string => text.replace(asciiLetters.upper, (part) => part.toUpperCase());
const lower = (text: string): string => text.replace(asciiLetters.lower, (part) => part.toLowerCase());

function textIn(name: string, value: Result, which: string): string {
  if (typeof value === 'string') return value;
  throw refused(name, `requires a string as ${which}, found: ${kindOf(value)}`);
}

function positionIn(name: string, value: Result, which: string): number {
  const position = integerOf(name, value, `${which} index`);
  if (position < 0) throw refused(name, `requires a nonnegative ${which} index, found: ${String(position)}`);
  return position;
}

/** What an index counts: bytes of UTF-8 or code points. */
interface Units {
  readonly split: (text: string) => readonly (string | number)[];
}
const bytes: Units = { split: (text) => [...Buffer.from(text)] };
const codePoints: Units = { split: (text) => [...text] };

/** `[text, part, start?, end?]`: where the part begins, -1 where it is not. Null where the text is null. */
const indexOf = ({ split }: Units): Operator =>
  taking([2, 4], (values, name) => {
    const [text, part, start, end] = values;
    if (isNullish(text)) return null;
    const inText = split(textIn(name, text, 'the first argument'));
    const wanted = split(textIn(name, part, 'the second argument'));
    const from = values.length > 2 ? positionIn(name, start, 'starting') : 0;
    const to = Math.min(values.length > 3 ? positionIn(name, end, 'ending') : inText.length, inText.length);
    for (let at = from; at + wanted.length <= to; at++)
      if (wanted.every((unit, offset) => inText[at + offset] === unit)) return at;
    return -1;
  });

function range(name: string, start: Result, length: Result): [number, number] {
  if (typeof start !== 'number' || typeof length !== 'number')
    throw refused(name, 'needs a starting index and a length of a numeric type');
  return [Math.trunc(start), Math.trunc(length)];
}

/**
 * `[text, start, length]`: a negative start gives the empty text, a negative length the rest of it.
 * @throws DatabaseError where a character would be cut in two
 */
const substringOfBytes: Operator = taking(3, ([text, start, length], name) => {
  const all = Buffer.from(textOf(name, text));
  const [from, count] = range(name, start, length);
  if (from < 0 || from >= all.length) return '';
  const end = count < 0 ? all.length : Math.min(from + count, all.length);
  const isInside = (at: number): boolean => ((all[at] ?? 0) & 0xc0) === 0x80;
  if (isInside(from)) throw refused(`${name}: Invalid range,`, 'starting index is a UTF-8 continuation byte.');
  if (isInside(end)) throw refused(`${name}: Invalid range,`, 'ending index is in the middle of a UTF-8 character.');
  return all.toString('utf8', from, end);
});

const substringOfCodePoints: Operator = taking(3, ([text, start, length], name) => {
  const from = integerOf(name, start, 'starting index');
  const count = integerOf(name, length, 'length');
  if (from < 0) return '';
  const all = [...textOf(name, text)];
  return all.slice(from, count < 0 ? undefined : from + count).join('');
});

const blanks = '\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a';

const trim = (ends: 'left' | 'right' | 'both'): Operator =>
  naming(['input'], ['chars'], (parts, scope, name) => {
    const [text, chars] = [parts.value('input', scope), parts.has('chars') ? parts.value('chars', scope) : blanks];
    if (isNullish(text) || isNullish(chars)) return null;
    const all = [...textIn(name, text, 'its input')];
    const dropped = new Set(textIn(name, chars, "'chars'"));
    let [from, to] = [0, all.length];
    if (ends !== 'right') while (from < to && dropped.has(all[from] ?? '')) from++;
    if (ends !== 'left') while (to > from && dropped.has(all[to - 1] ?? '')) to--;
    return all.slice(from, to).join('');
  });

/** Operators over texts. */
export const texts: Readonly<Record<string, Operator>> = {
  $concat: nullable(any, (values, name) =>
    values
      .map((value) => {
        if (typeof value !== 'string') throw refused(name, `only supports strings, not ${kindOf(value)}`);
        return value;
      })
      .join(''),
  ),
  $indexOfBytes: indexOf(bytes),
  $indexOfCP: indexOf(codePoints),
  $ltrim: trim('left'),
  $rtrim: trim('right'),
  $trim: trim('both'),
  $split: nullable(2, ([text, separator], name) => {
    const [whole, mark] = [textIn(name, text, 'its first argument'), textIn(name, separator, 'its second argument')];
    if (mark === '') throw refused(name, 'requires a non-empty separator');
    return whole.split(mark);
  }),
  $strcasecmp: taking(2, ([left, right], name) => {
    const [a, b] = [upper(textOf(name, left)), upper(textOf(name, right))];
    return Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)));
  }),
  $strLenBytes: taking(1, ([text], name) => Buffer.byteLength(textIn(name, text, 'its argument'))),
  $strLenCP: taking(1, ([text], name) => [...textIn(name, text, 'its argument')].length),
  $substr: substringOfBytes,
  $substrBytes: substringOfBytes,
  $substrCP: substringOfCodePoints,
  $toLower: taking(1, ([text], name) => lower(textOf(name, text))),
  $toUpper: taking(1, ([text], name) => upper(textOf(name, text))),
};
