/** One word of a rule: `text` is the word as written, of a template or a text its content. */
export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'template' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

/** A rule that cannot be read. */
export class RuleError extends Error {}

const kinds = [
  String.raw`(?<number>\d+(?:\.\d+)?)`,
  String.raw`(?<name>[A-Za-z_$][\w$]*)`,
  String.raw`(?<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")`,
  '(?<template>`(?:\\\\.|[^`\\\\])*`)',
  String.raw`(?<sign>===|!==|==|!=|<=|>=|&&|\|\||[<>!()[\].,-])`,
];
const pattern = new RegExp(String.raw`\s*(?:${kinds.join('|')})`, 'y');

const unescaped = (quoted: string): string => quoted.slice(1, -1).replace(/\\(.)/g, '$1');

/** The words of an expression, with an `end` behind the last. @throws RuleError for a sign that no rule has */
export function tokensOf(rule: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  const length = rule.trimEnd().length;
  while (pattern.lastIndex < length) {
    const at = pattern.lastIndex;
    const groups = pattern.exec(rule)?.groups;
    if (groups === undefined) throw new RuleError(`cannot read the rule at ${at}: ${rule.slice(at, at + 20)}`);
    tokens.push({ ...tokenOf(groups), at });
  }
  return [...tokens, { kind: 'end', text: '', at: length }];
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Omit<Token, 'at'> {
  const { number, name, text, template, sign } = groups;
  if (number !== undefined) return { kind: 'number', text: number };
  if (name !== undefined) return { kind: 'name', text: name };
  if (text !== undefined) return { kind: 'text', text: unescaped(text) };
  if (template !== undefined) return { kind: 'template', text: template.slice(1, -1) };
  return { kind: 'sign', text: sign ?? '' };
}
