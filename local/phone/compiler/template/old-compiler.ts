/** What WeChat's old compiler refuses, or compiles to something that stays blank on a phone. */

import { shapeWarnings } from './expression-shape';
import { emptied, found, texts, type Rule, type Warning } from './warning';

const expressionRules: readonly Rule[] = [
  [/(^|[^\w.$])\d+(\.\d+)?e[+-]?\d/i, 'a number with an exponent', '写成普通的数字，例如 1000。'],
  [/\btypeof\b/, 'typeof', '旧的模板编译器没有 typeof：在 WXS 里用 constructor 判断类型。'],
  [/\?\?/, '??', '旧的模板编译器没有 ??：写成 a === null ? b : a，或用 ||。'],
  [
    /(^|[(,?:=&|[+*/-])\s*\+\s*[\w$(]/,
    'a plus in front of a value',
    '旧的模板编译器没有一元 +：用 a - 0，或在脚本里转成数字。',
  ],
  [
    /(^|[(,?:=&|+*/%<>!~[{-])\s*-\s*!/,
    'a minus in front of !',
    '旧的模板编译器不认识 -!a：写成 a ? 0 : -1，或在脚本里算好。',
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
  [
    /\)\s*(?:\.\s*[\w$]+\s*)*\(/,
    'a call of what a function gave',
    'WXS 的函数返回的函数到不了模板：写成 WXS 里的另一个函数再调用。',
  ],
  [/\{\s*\}/, 'an empty object', '旧的模板编译器不能写空的对象：在数据里放一个。'],
  [
    /^[^{]*\{[^}]*$/,
    'two closing braces within an expression',
    '对象的 } 和表达式的 }} 之间空一格，里层的两个 } 也隔开。',
  ],
];
const escapeRule: Rule = [
  /(?<!\\)(?:\\\\)*\\(?!["'\\nrt])/,
  'this escape in a text',
  '旧的模板编译器只认 \\n、\\r、\\t 和引号前的反斜杠：直接写那个字。',
];

/**
 * @param offset where the expression begins in its template
 * @param isData whether it is the data of a `<template is>`
 */
export function warningsOf(expression: string, offset: number, isData = false): Warning[] {
  const code = expression.replace(texts, emptied);
  return [
    ...found(expressionRules, code, offset, 'WXML'),
    ...shapeWarnings(code, offset, isData),
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
