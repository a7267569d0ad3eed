/** What WeChat's old compiler refuses, or compiles to something that stays blank on a phone. */

export interface Warning {
  /** Where it stands in the template's source. */
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

type Rule = readonly [pattern: RegExp, what: string, hint: string];

const expressionRules: readonly Rule[] = [
  [/(^|[^\w.$])\d+(\.\d+)?e[+-]?\d/i, 'a number with an exponent', '写成普通的数字，例如 1000。'],
  [/\btypeof\b/, 'typeof', '旧的模板编译器没有 typeof：在 WXS 里用 constructor 判断类型。'],
  [/\?\?/, '??', '旧的模板编译器没有 ??：写成 a === null ? b : a，或用 ||。'],
  [
    /(^|[(,?:=&|[])\s*\+\s*[\w$(]/,
    'a plus in front of a value',
    '旧的模板编译器没有一元 +：用 a - 0，或在脚本里转成数字。',
  ],
  [/\[[^\]]*\.\.\./, 'a spread in an array', '旧的模板编译器不能在数组里展开：在脚本里拼好再 setData。'],
  [/\?\./, '?.', '旧的模板编译器没有 ?.：取不到的字段本来就是空的，直接写 a.b。'],
];

const scriptRules: readonly Rule[] = [
  [/\.substr\s*\(/, 'substr', 'WXS 里没有 substr：用 substring。'],
  [/\bObject\s*\.\s*\w+/, 'Object', 'WXS 里没有 Object.keys 之类：在脚本里准备好再 setData。'],
  [/\.includes\s*\(/, 'includes', 'WXS 里没有 includes：用 indexOf(x) >= 0。'],
  [/\bfor\s*\([^;)]*\bin\b/, 'for-in', 'WXS 里没有 for-in：用数组和下标。'],
  [
    /(^|[=(,:;!&|?{}[\n])\s*\/(?![/*\s])[^/\n]+\/[gimuy]*/,
    'a regular expression literal',
    'WXS 里用 getRegExp("…") 代替 /…/。',
  ],
];

const texts = /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'/g;
const comments = /\/\/[^\n]*|\/\*[^]*?\*\//g;

function found(rules: readonly Rule[], code: string, offset: number, language: string): Warning[] {
  return rules
    .map(([pattern, what, hint]) => ({ match: pattern.exec(code), what, hint }))
    .filter(({ match }) => match !== null)
    .map(({ match, what, hint }) => ({
      offset: offset + (match?.index ?? 0),
      message: `${language}: WeChat's old compiler does not take ${what}`,
      hint,
    }));
}

const blanked = (part: string): string => ' '.repeat(part.length);
const emptied = (part: string): string => `${part[0] ?? ''}${' '.repeat(part.length - 2)}${part[0] ?? ''}`;

/** @param offset where the expression begins in its template */
export function warningsOf(expression: string, offset: number): Warning[] {
  return found(expressionRules, expression.replace(texts, emptied), offset, 'WXML');
}

const call = /(?<![\w$.])([A-Za-z_$][\w$]*)(?:\s*\.\s*[\w$]+)*\s*\(/g;

/** Calls of what is no WXS function: data has none, so that their spots stay empty. */
export function callWarnings(expression: string, offset: number, modules: ReadonlySet<string>): Warning[] {
  const calls = [...expression.replace(texts, emptied).matchAll(call)];
  return calls
    .filter(([, root]) => root !== undefined && !modules.has(root))
    .map(([written]) => ({
      offset,
      message: `WXML: ${written.slice(0, -1).trim()} is called, and is no function of a WXS module`,
      hint: '模板里只能调用 WXS 的函数，别的调用什么也不画：在脚本里算好再 setData。',
    }));
}

/** @param offset where the script begins in its file */
export function wxsWarnings(script: string, offset: number): Warning[] {
  return found(scriptRules, script.replace(comments, blanked).replace(texts, emptied), offset, 'WXS');
}
