import { readRegex } from '../values/ejson';
import { isNullish, refused, type Operator, type Result } from './expression';
import { naming } from './forms';
import { kindOf } from './kinds';

/** One place that a regular expression is found at; `idx` counts code points. */
interface Found {
  readonly match: string;
  readonly idx: number;
  readonly captures: (string | null)[];
}

function textOf(name: string, value: Result, what: string): string {
  if (typeof value === 'string') return value;
  throw refused(name, `needs '${what}' to be of type string, found: ${kindOf(value)}`);
}

function expressionOf(name: string, regex: Result, options: Result): RegExp {
  const given = isNullish(options) ? undefined : textOf(name, options, 'options');
  if (regex instanceof RegExp) {
    if (given !== undefined && regex.flags !== '')
      throw refused(name, "found regex options specified in both 'regex' and 'options' fields");
    return given === undefined ? regex : readRegex(regex.source, given);
  }
  if (typeof regex !== 'string') throw refused(name, "needs 'regex' to be of type string or regex");
  return readRegex(regex, given ?? '');
}

function foundIn(text: string, regex: RegExp): Found[] {
  const all = text.matchAll(new RegExp(regex.source, `${regex.flags.replace('g', '')}g`));
  return [...all].map((each) => ({
    match: each[0],
    idx: [...text.slice(0, each.index)].length,
    captures: each.slice(1).map((part: string | undefined) => part ?? null),
  }));
}

/** `{ input, regex, options? }`; without an input or an expression nothing is found. */
const searching = (answer: (found: readonly Found[]) => Result): Operator =>
  naming(['input', 'regex'], ['options'], (parts, scope, name) => {
    const [input, regex] = [parts.value('input', scope), parts.value('regex', scope)];
    const options = parts.value('options', scope);
    const text = isNullish(input) ? undefined : textOf(name, input, 'input');
    const expression = isNullish(regex) ? undefined : expressionOf(name, regex, options);
    return answer(text === undefined || expression === undefined ? [] : foundIn(text, expression));
  });

const withFields = ({ match, idx, captures }: Found): { match: string; idx: number; captures: (string | null)[] } => ({
  match,
  idx,
  captures,
});

/** `{ input, find, replacement }`: texts, none of them an expression of its own. Null where one of them is. */
const replacing = (replace: (input: string, find: string, replacement: string) => string): Operator =>
  naming(['input', 'find', 'replacement'], [], (parts, scope, name) => {
    const texts = ['input', 'find', 'replacement'].map((what) => {
      const value = parts.value(what, scope);
      return isNullish(value) ? null : textOf(name, value, what);
    });
    const [input, find, replacement] = texts;
    if (isNullish(input) || isNullish(find) || isNullish(replacement)) return null;
    return replace(input, find, replacement);
  });

/** Operators that look for a part of a text. */
export const searches: Readonly<Record<string, Operator>> = {
  $regexFind: searching(([first]) => (first === undefined ? null : withFields(first))),
  $regexFindAll: searching((found) => found.map(withFields)),
  $regexMatch: searching((found) => found.length > 0),
  $replaceAll: replacing((input, find, replacement) => input.replaceAll(find, () => replacement)),
  $replaceOne: replacing((input, find, replacement) => input.replace(find, () => replacement)),
};
