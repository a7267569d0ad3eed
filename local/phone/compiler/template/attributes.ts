/** Attributes of a tag as WeChat's old compiler reads them. */
import type { Warning } from './warning';

const oldDirective = /^wx-(if|elif|else)$/;
export const attributePattern =
  /\s*([^\s=/>"'<]+)(?:\s*=\s*("(?:\\[^]|\{\{[^]*?\}\}|[^"\\])*"|'(?:\\[^]|\{\{[^]*?\}\}|[^'\\])*'|[^\s>"']+))?/y;

export interface Attribute {
  readonly name: string;
  /** With its quotes; undefined for a name alone. */
  readonly value: string | undefined;
}

/** A backslash before these is kept in texts of an expression, and dropped in those of an attribute. */
export const otherEscape = /(?<!\\)\\([^"'\\nrt])/g;
const quotes: Readonly<Record<string, string>> = { '"': '&quot;', "'": '&apos;', '&': '&amp;' };
export const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Two signs of a number, where the new compiler sees an operator that it refuses; or a text. */
const doubleMinus = /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|--/g;

/** `a--b` is a number less a negative one. */
export function apart(expression: string): string {
  return expression.replace(doubleMinus, (part) => (part === '--' ? '- -' : part));
}

/** Within quotes: a backslash before a quote is the quote, and entities stay as they are written. */
export function attributeValue(value: string): string {
  const quote = value[0];
  if (quote !== '"' && quote !== "'") return value;
  const inner = value.slice(1, -1).replace(/\{\{[^]*?\}\}|\\([^])|&/g, (part, escaped: string | undefined) => {
    if (part.startsWith('{{')) return apart(part.replace(/\\(["'])/g, '$1').replace(otherEscape, '$1'));
    if (escaped === undefined) return '&amp;';
    return quotes[escaped] ?? controls[escaped] ?? escaped;
  });
  return `${quote}${inner}${quote}`;
}

export function directive(name: string): string {
  const renamed = name.replace(oldDirective, 'wx:$1');
  return renamed === 'wx:for-items' ? 'wx:for' : renamed;
}

export const written = (attributes: readonly Attribute[]): string =>
  attributes.map(({ name, value }) => ` ${name}${value === undefined ? '' : `=${value}`}`).join('');

export const unquoted = (value = ''): string => value.replace(/^["']|["']$/g, '');

/** @param value with its quotes */
export function attributeWarnings(value: string | undefined, offset: number): Warning[] {
  if (value === undefined) return [];
  const quote = value[0] ?? '';
  const warn = (what: string, hint: string): Warning[] => [
    { offset, message: `WXML: WeChat's old compiler does not take ${what}`, hint },
  ];
  if (quote === '{') return warn('an expression without quotes', '属性的值加引号：a="{{b}}"。');
  if (quote !== '"' && quote !== "'") return [];
  if (/[\r\n]/.test(value)) return warn('a line break in an attribute', '一个属性的值写在一行里。');
  const expressions = value.match(/\{\{[^]*?\}\}/g) ?? [];
  const isOpen = expressions.some((expression) => new RegExp(`(?<!\\\\)${quote}`).test(expression));
  return isOpen ? warn('the quote of the attribute in its expression', '表达式里的文字用另一种引号。') : [];
}
