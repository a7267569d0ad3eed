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
    /(^|[(,?:=&|[+*/-])\s*\+\s*[\w$(]/,
    'a plus in front of a value',
    '旧的模板编译器没有一元 +：用 a - 0，或在脚本里转成数字。',
  ],
  [/\[[^\]]*\.\.\./, 'a spread in an array', '旧的模板编译器不能在数组里展开：在脚本里拼好再 setData。'],
  [/\?\.(?!\d)/, '?.', '旧的模板编译器没有 ?.：取不到的字段本来就是空的，直接写 a.b。'],
  [/(^|[^\w.$])0x/i, 'a number that is not decimal', '旧的模板编译器只认十进制的数字。'],
  [/\b(?:instanceof|void)\b|>>>/, 'instanceof, void or >>>', '旧的模板编译器没有这个运算：在 WXS 或脚本里算好。'],
  [
    /(?:\}|(["'])\s*\1)\s*(?:\.\s*[A-Za-z_$]|\[)/,
    'a member of what is written out',
    '旧的模板编译器不能直接取写出来的对象、文字的字段：在脚本里算好再 setData。',
  ],
  [
    /(?<![\w$)\]\s])\s*\((?:[^()]|\([^()]*\))*\)\s*(?:\.\s*[A-Za-z_$]|\[)/,
    'a member of what stands in parentheses',
    '旧的模板编译器不能取括号里结果的字段：在脚本里算好再 setData。',
  ],
  [/\{\s*\}/, 'an empty object', '旧的模板编译器不能写空的对象：在数据里放一个。'],
  [
    /^[^{]*\{[^}]*$/,
    'two closing braces within an expression',
    '对象的 } 和表达式的 }} 之间空一格，里层的两个 } 也隔开。',
  ],
];
const escapeRule: Rule = [
  /\\(?!["'\\nrt])/,
  'this escape in a text',
  '旧的模板编译器只认 \\n、\\r、\\t 和引号前的反斜杠：直接写那个字。',
];

const scriptRules: readonly Rule[] = [
  [/\.substr\s*\(/, 'substr', 'WXS 里没有 substr：用 substring。'],
  [/\bObject\s*\.\s*\w+/, 'Object', 'WXS 里没有 Object.keys 之类：在脚本里准备好再 setData。'],
  [/\.includes\s*\(/, 'includes', 'WXS 里没有 includes：用 indexOf(x) >= 0。'],
  [/\bfor\s*\([^;)]*\bin\b/, 'for-in', 'WXS 里没有 for-in：用数组和下标。'],
  [/(?<!\bfor\s*\([^;)]*)\bin\b/, 'in', 'WXS 里没有 in：取出来看是不是 undefined。'],
  [/\barguments\b/, 'arguments', 'WXS 里没有 arguments：把参数一个个写出来。'],
  [/\binstanceof\b/, 'instanceof', 'WXS 里没有 instanceof：用 constructor 判断类型。'],
  [/\bnew\s+[A-Za-z_$]/, 'new', 'WXS 里没有 new：日期用 getDate()，正则用 getRegExp()。'],
  [
    /(?<!\bnew\s+|[.\w$])(?:Number|Date)\s*\(/,
    'Number() or Date()',
    'WXS 里转数字用 a - 0 或 parseFloat，日期用 getDate()。',
  ],
  [/`/, 'a template literal', 'WXS 里用 + 把文字接起来。'],
  [/=>/, 'an arrow function', 'WXS 里写 function () {}。'],
  [/\*\*/, '**', 'WXS 里用 Math.pow。'],
  [/\?\?|\?\.(?!\d)/, '?? or ?.', 'WXS 里写成 a === undefined ? b : a。'],
  [/(^|[^\w.$])0x/i, 'a number that is not decimal', 'WXS 里只写十进制的数字。'],
  [
    /[{,]\s*(?:[gs]et\s+[\w$]+\s*\(|\d+\s*:)/,
    'a getter or a number as a name',
    'WXS 的对象里只写名字和值，数字的名字加引号。',
  ],
  [/(^|[;{}])\s*[A-Za-z_$][\w$]*\s*:\s*(?:for|while|do)\b/, 'a label', 'WXS 里没有标号：用变量或函数跳出循环。'],
  [/[^\x00-\x7f]/, 'a name in other letters', 'WXS 里的名字只用英文字母。'],
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
  return [
    ...found(expressionRules, expression.replace(texts, emptied), offset, 'WXML'),
    ...found([escapeRule], (expression.match(texts) ?? []).join(' '), offset, 'WXML'),
  ];
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
