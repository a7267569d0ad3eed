/** Where commas, colons and dots stand in an expression of a template. */
import { found, type Rule, type Warning } from './warning';

const listRule: Rule = [
  /$/,
  'several values, fields or a spread outside of an object',
  '只有 <template data> 里可以直接写 a, b、a: 1、...o：别处加上花括号或方括号，或分成几个 {{ }}。',
];
const emptyPlaceRule: Rule = [/\[\s*,|,\s*[,\]]/, 'an empty place in a list', '方括号里不留空位，末尾不写逗号。'];
const dataRule: Rule = [
  /$/,
  'this data of a template',
  'data 里写字段：{{a, b}}、{{a: 1}}、{{...o}}，不写值，也不再加一层花括号。',
];

const opening = '([{';
const closing = ')]}';

/** The parts between the commas that stand in no bracket, and whether a colon there belongs to no `?`. */
function topLevel(code: string): { readonly parts: string[]; readonly hasField: boolean } {
  const parts = [''];
  let [depth, questions, hasField] = [0, 0, false];
  for (const sign of code) {
    if (opening.includes(sign)) depth++;
    else if (closing.includes(sign)) depth--;
    const isTop = depth === 0;
    if (isTop && sign === '?') questions++;
    if (isTop && sign === ':' && --questions < 0) hasField = true;
    if (isTop && sign === ',') parts.push('');
    else parts.push((parts.pop() ?? '') + sign);
  }
  return { parts, hasField };
}

const field = /^\s*(?:\.\.\.[^]+|[A-Za-z_$][\w$]*\s*(?::[^]+)?)$/;

/**
 * @param code the expression, with its texts emptied
 * @param isData whether it is the data of a `<template is>`, whose expression is the inside of an object
 */
export function shapeWarnings(code: string, offset: number, isData: boolean): Warning[] {
  const { parts, hasField } = topLevel(code);
  const places = found([emptyPlaceRule], code, offset, 'WXML');
  const spread = code.trim().startsWith('...');
  if (isData) {
    const isFine = code.trim() === '' || parts.every((part) => field.test(part.trim()));
    return isFine ? places : [...places, ...found([dataRule], '', offset, 'WXML')];
  }
  const isList = parts.length > 1 || hasField || spread;
  return isList ? [...places, ...found([listRule], '', offset, 'WXML')] : places;
}
