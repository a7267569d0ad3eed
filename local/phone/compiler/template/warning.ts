/** What the build says of a template that WeChat's old compiler reads otherwise. */

export interface Warning {
  /** Where it stands in the template's source. */
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

export type Rule = readonly [pattern: RegExp, what: string, hint: string];

export const texts = /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'/g;
export const comments = /\/\/[^\n]*|\/\*[^]*?\*\//g;

export const blanked = (part: string): string => ' '.repeat(part.length);
/** A text without what stands in it. */
export const emptied = (part: string): string => `${part[0] ?? ''}${' '.repeat(part.length - 2)}${part[0] ?? ''}`;

/** One warning for each rule that the code breaks, at its first place. */
export function found(rules: readonly Rule[], code: string, offset: number, language: string): Warning[] {
  return rules
    .map(([pattern, what, hint]) => ({ match: pattern.exec(code), what, hint }))
    .filter(({ match }) => match !== null)
    .map(({ match, what, hint }) => ({
      offset: offset + (match?.index ?? 0),
      message: `${language}: WeChat's old compiler does not take ${what}`,
      hint,
    }));
}
