import { RuleError, tokensOf, type Token } from './tokens';

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in';

/** A rule as a tree. `doc`, `auth`, `now` and `request` are names. */
export type Expression =
  | { readonly kind: 'value'; readonly value: null | boolean | number | string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'template'; readonly parts: readonly Expression[] }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: Expression }
  | { readonly kind: 'get'; readonly path: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'compare'; readonly sign: Comparison; readonly left: Expression; readonly right: Expression };

/** Limits of the documentation (安全规则 · 表达式, get): signs, calls of `get`, and calls within each other. */
const maxLetters = 1024;
const maxGets = 3;
const maxGetDepth = 2;

const comparisons: Readonly<Record<string, Comparison>> = {
  '==': '==',
  '===': '==',
  '!=': '!=',
  '!==': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  in: 'in',
};
const constants: Readonly<Record<string, null | boolean>> = { true: true, false: false, null: null, undefined: null };
const names = new Set(['doc', 'auth', 'now', 'request']);

class Parser {
  #at = 0;
  #gets = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const expression = this.#or();
    if (this.#next().kind !== 'end') this.#refuse();
    return expression;
  }

  #next(): Token {
    return this.tokens[this.#at] ?? { kind: 'end', text: '', at: 0 };
  }

  #refuse(): never {
    const { text, at } = this.#next();
    throw new RuleError(`cannot read the rule at ${at}: ${text === '' ? 'it ends too early' : text}`);
  }

  #take(sign: string): boolean {
    const { kind, text } = this.#next();
    if (kind !== 'sign' || text !== sign) return false;
    this.#at++;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) this.#refuse();
  }

  #or(): Expression {
    let left = this.#and();
    while (this.#take('||')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  #and(): Expression {
    let left = this.#comparison();
    while (this.#take('&&')) left = { kind: 'and', left, right: this.#comparison() };
    return left;
  }

  #comparison(): Expression {
    const left = this.#unary();
    const { kind, text } = this.#next();
    const sign = kind === 'sign' || text === 'in' ? comparisons[text] : undefined;
    if (sign === undefined) return left;
    this.#at++;
    return { kind: 'compare', sign, left, right: this.#unary() };
  }

  #unary(): Expression {
    if (this.#take('!')) return { kind: 'not', of: this.#unary() };
    let found = this.#primary();
    for (;;) {
      if (this.#take('.')) found = { kind: 'member', of: found, name: { kind: 'value', value: this.#name() } };
      else if (this.#take('[')) {
        found = { kind: 'member', of: found, name: this.#or() };
        this.#expect(']');
      } else return found;
    }
  }

  #name(): string {
    const { kind, text } = this.#next();
    if (kind !== 'name') this.#refuse();
    this.#at++;
    return text;
  }

  #primary(): Expression {
    const { kind, text } = this.#next();
    if (this.#take('(')) {
      const inner = this.#or();
      this.#expect(')');
      return inner;
    }
    if (this.#take('[')) return { kind: 'list', items: this.#items() };
    if (this.#take('-')) return { kind: 'value', value: -this.#number() };
    if (kind === 'number') return { kind: 'value', value: this.#number() };
    if (kind === 'sign' || kind === 'end') this.#refuse();
    if (kind === 'name') return this.#word();
    this.#at++;
    return kind === 'text' ? { kind: 'value', value: text } : { kind: 'template', parts: partsOf(text) };
  }

  #number(): number {
    const { kind, text } = this.#next();
    if (kind !== 'number') this.#refuse();
    this.#at++;
    return Number(text);
  }

  #items(): Expression[] {
    const items: Expression[] = [];
    while (!this.#take(']')) {
      items.push(this.#or());
      if (!this.#take(',') && this.#next().text !== ']') this.#refuse();
    }
    return items;
  }

  #word(): Expression {
    const { text } = this.#next();
    const constant = Object.hasOwn(constants, text) ? constants[text] : undefined;
    if (constant === undefined && text !== 'get' && !names.has(text)) this.#refuse();
    this.#at++;
    if (constant !== undefined) return { kind: 'value', value: constant };
    if (text !== 'get') return { kind: 'name', name: text };
    if (++this.#gets > maxGets) throw new RuleError(`a rule calls get at most ${maxGets} times`);
    this.#expect('(');
    const path = this.#or();
    this.#expect(')');
    return { kind: 'get', path };
  }
}

/** The parts of a template, `${…}` read as expressions. */
function partsOf(template: string): Expression[] {
  return template
    .split(/(\$\{[^}]*\})/)
    .map((part) =>
      part.startsWith('${') && part.endsWith('}')
        ? new Parser(tokensOf(part.slice(2, -1))).whole()
        : { kind: 'value', value: part.replace(/\\(.)/g, '$1') },
    );
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'list':
      return expression.items;
    case 'template':
      return expression.parts;
    case 'member':
      return [expression.of, expression.name];
    case 'get':
      return [expression.path];
    case 'not':
      return [expression.of];
    case 'and':
    case 'or':
    case 'compare':
      return [expression.left, expression.right];
    default:
      return [];
  }
}

function getDepthOf(expression: Expression): number {
  const below = Math.max(0, ...childrenOf(expression).map(getDepthOf));
  return expression.kind === 'get' ? below + 1 : below;
}

/** Reads a rule. @throws RuleError that says where it cannot be read, or which limit it passes */
export function parseRule(rule: string): Expression {
  if (rule.length > maxLetters) throw new RuleError(`a rule has at most ${maxLetters} letters`);
  const expression = new Parser(tokensOf(rule)).whole();
  if (getDepthOf(expression) > maxGetDepth) throw new RuleError(`get stands at most ${maxGetDepth} deep in get`);
  return expression;
}
