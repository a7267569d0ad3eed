/** What WeChat's old compiler refuses in WXS, or compiles to something that does nothing on a phone. */
import { blanked, comments, emptied, found, texts, type Rule, type Warning } from './warning';

/** Methods of JavaScript that WXS does not have; what a script defines by such a name is its own. */
const absentMethods =
  'startsWith endsWith padStart padEnd repeat codePointAt normalize trimStart trimEnd replaceAll matchAll find ' +
  'findIndex findLast fill flat flatMap entries keys values copyWithin hasOwnProperty call apply bind';
const absentGlobals =
  'Array String Boolean Function Symbol Map Set WeakMap WeakSet Promise Proxy Reflect BigInt Error RegExp eval ' +
  'setTimeout setInterval window document globalThis wx getApp exports escape unescape';
const absentMath = 'trunc sign hypot cbrt log10 log2 log1p expm1 fround clz32 imul sinh cosh tanh';
const either = (names: string): string => `(?:${names.split(' ').join('|')})`;

const rules: readonly Rule[] = [
  [/\.substr\s*\(/, 'substr', 'WXS 里没有 substr：用 substring。'],
  [/\bObject\s*\.\s*\w+/, 'Object', 'WXS 里没有 Object.keys 之类：在脚本里准备好再 setData。'],
  [/\.includes\s*\(/, 'includes', 'WXS 里没有 includes：用 indexOf(x) >= 0。'],
  [/\bfor\s*\([^;)]*\bin\b/, 'for-in', 'WXS 里没有 for-in：用数组和下标。'],
  [/(?<!\bfor\s*\([^;)]*)\bin\b/, 'in', 'WXS 里没有 in：取出来看是不是 undefined。'],
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
  [/(^|[^\w.$])0[xbo]/i, 'a number that is not decimal', 'WXS 里只写十进制的数字。'],
  [/(^|[^\w.$])\d+(?:\.\d+)?(?:e[+-]?\d|_)/i, 'a number with an exponent or _', 'WXS 里写成普通的数字，例如 1000。'],
  [/(^|[^\w.$)\]])\.\d/, 'a number that begins with its point', 'WXS 里写 0.5，不写 .5。'],
  [
    /[{,]\s*(?:[gs]et\s+[\w$]+\s*\(|\d+\s*:)/,
    'a getter or a number as a name',
    'WXS 的对象里只写名字和值，数字的名字加引号。',
  ],
  [
    /(?:[=(:[]|\breturn)\s*\{\s*[A-Za-z_]\w*\s*[,}]/,
    'a field without its value',
    'WXS 的对象里写 { x: x }，不写 { x }。',
  ],
  [/(^|[;{}])\s*[A-Za-z_$][\w$]*\s*:\s*(?:for|while|do)\b/, 'a label', 'WXS 里没有标号：用变量或函数跳出循环。'],
  [/[^\x00-\x7f]/, 'a name in other letters', 'WXS 里的名字只用英文字母。'],
  [/\$/, 'a name with $', 'WXS 里的名字不用 $。'],
  [
    /(^|[=(,:;!&|?{}[\n]|\breturn)\s*\/(?![/*\s])[^/\n]+\/[gimuy]*/,
    'a regular expression literal',
    'WXS 里用 getRegExp("…") 代替 /…/。',
  ],
  [
    /\btry\s*\{|\bthrow\s+[^\s=;,).]|\bwith\s*\([^()]*\)\s*\{|(^|[;{}\n])\s*debugger\b/,
    'try, throw, with or debugger',
    'WXS 里没有异常：先看看值是不是 undefined。',
  ],
  [
    /\bfor\s*\(\s*var\s+\w+(?:\s*=\s*[^,;(){}[\]]*)?,/,
    'two variables in the head of a for',
    'for 的括号里只写一个 var：别的变量放到循环前面，不然整个小程序是白的。',
  ],
  [
    /(?<!\(\s*)\bvar\s[^;{}\n]*[^\s;{}][ \t]*\}/,
    'a var without a semicolon before }',
    'WXS 里 } 前面的 var 句要写分号。',
  ],
  [/\bdefault\s*:[^}]*\bcase\b/, 'a default that is not the last', 'WXS 里 default 写在最后。'],
  [/(?<![.\w$])(?:import|export)\b/, 'import or export', 'WXS 里用 require() 和 module.exports。'],
  [/(?<![.\w$])require\b(?!\s*\()/, 'require without a path', 'WXS 里的 require 后面直接写路径。'],
  [/<!--/, 'a comment of HTML', 'WXS 里的注释写 // 或 /* */。'],
];

/** A pattern whose first group is the name, and what makes a name the script's own. */
const absent: readonly (readonly [pattern: RegExp, kind: string, own: (name: string) => RegExp])[] = [
  [
    new RegExp(`(?<!\\bObject\\s*)\\.\\s*(${either(absentMethods)})\\s*\\(`, 'g'),
    'method',
    (name) => new RegExp(`\\b${name}\\s*[:=](?!=)`),
  ],
  [
    new RegExp(`(?<![.\\w$]|\\b(?:new|instanceof)\\s+)(${either(absentGlobals)})\\b(?!\\s*:)`, 'g'),
    'name',
    (name) => new RegExp(`\\b(?:var|function)\\s+${name}\\b|\\bfunction\\b[^(]*\\([^)]*\\b${name}\\b`),
  ],
  [new RegExp(`\\bMath\\s*\\.\\s*(${either(absentMath)})\\b`, 'g'), 'method', () => /^$/],
  [/\bNumber\s*\.\s*(is\w+|parse\w+|NaN|EPSILON|\w+_SAFE_INTEGER)\b/g, 'name', () => /^$/],
];

/** What JavaScript has and WXS does not, which is undefined there. */
function absentNames(code: string, offset: number): Warning[] {
  return absent.flatMap(([pattern, kind, own]) =>
    [...code.matchAll(pattern)]
      .filter(([, name = '']) => !own(name).test(code))
      .slice(0, 1)
      .map((match) => ({
        offset: offset + match.index,
        message: `WXS: WeChat's old compiler has no ${kind} ${match[1] ?? ''}`,
        hint: 'WXS 只有自己的一套方法和名字，这一处在手机上什么也不做：换一个写法，或在脚本里算好再 setData。',
      })),
  );
}

const escapeRule: Rule = [
  /\\(?:[bfvux0'"\\]|\r?\n)/,
  'this escape in a text',
  'WXS 的文字里只有 \\n、\\r、\\t；反斜杠加引号会画成 \\x27：换一种引号，字直接写。',
];

/** @param offset where the script begins in its file */
export function wxsWarnings(script: string, offset: number): Warning[] {
  const withoutComments = script.replace(comments, blanked);
  const code = withoutComments.replace(texts, emptied);
  return [
    ...found(rules, code, offset, 'WXS'),
    ...absentNames(code, offset),
    ...found([escapeRule], textsOf(withoutComments), offset, 'WXS'),
  ];
}

/** The texts of a script where they stand, and blanks for everything else. */
function textsOf(script: string): string {
  let at = 0;
  const parts = [...script.matchAll(texts)].map((match) => {
    const gap = ' '.repeat(match.index - at);
    at = match.index + match[0].length;
    return gap + match[0];
  });
  return parts.join('');
}
