/**
 * WXML as WeChat's old compiler reads it, rewritten for the compiler of its new framework. The old one stands behind
 * every page that declares no `componentFramework` (docs/adr/0088): a backslash before a quote, entities in attributes,
 * `wx-if`, `<include>` as a copy of the other file, a slot with content, `<block slot>`, a template within itself.
 */
import { posix } from 'node:path';
import {
  apart,
  attributePattern,
  attributeValue,
  attributeWarnings,
  controls,
  directive,
  otherEscape,
  unquoted,
  written,
  type Attribute,
} from './attributes';
import { callWarnings, warningsOf } from './old-compiler';
import type { Warning } from './warning';
import { wxsWarnings } from './wxs-warnings';

export interface RewriteOptions {
  /** The text of another template by its name without extension; undefined where there is none. */
  readonly read: (name: string) => string | undefined;
  /** The template's own name. */
  readonly name: string;
}

export interface RewrittenTemplate {
  readonly source: string;
  readonly warnings: readonly Warning[];
  /** The names of the templates that were copied into it. */
  readonly includes: readonly string[];
}

const tagName = /<([a-zA-Z][\w:.-]*)/y;

/** A text of an expression, whose escaped quotes are its own, or a backslash before a quote that begins or ends one. */
const quotedText = /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|\\(["'])/g;

/** Texts between tags: `\n` is a line break, two backslashes before the letter keep one of them. */
const controlCharacters = (text: string): string =>
  text.replace(/\\(\\?)([nrt])/g, (_whole, second: string, letter: string) =>
    second === '' ? (controls[letter] ?? letter) : `\\${letter}`,
  );

class Rewriter {
  readonly #parts: string[] = [];
  readonly #modules: ReadonlySet<string>;
  readonly warnings: Warning[] = [];
  readonly includes: string[] = [];
  /** The templates that are being defined here. */
  readonly #defining: string[] = [];
  /** Which template calls which other one, and where. */
  readonly #calls: { readonly from: string; readonly to: string; readonly offset: number }[] = [];
  /** Of each element around, whether its last child was an else. */
  readonly #chains: ('open' | 'ended')[] = ['open'];
  #at = 0;

  /** @param modules the names of the WXS modules around an included file */
  constructor(
    readonly source: string,
    readonly options: RewriteOptions,
    readonly around: readonly string[],
    modules: readonly string[] = [],
  ) {
    const own = source.matchAll(/<wxs\b[^>]*\bmodule\s*=\s*["']([^"']*)["']/g);
    this.#modules = new Set([...modules, ...[...own].map(([, name]) => name ?? '')]);
  }

  run(): string {
    while (this.#at < this.source.length) this.#step();
    this.#warnOfCircles();
    return this.#parts.join('');
  }

  #warn(message: string, hint: string, offset = this.#at): void {
    this.warnings.push({ offset: this.around.length > 1 ? 0 : offset, message, hint });
  }

  /** Templates that call themselves by way of another one; the framework stops them when it comes back to them. */
  #warnOfCircles(): void {
    const reaches = (from: string, to: string, passed: ReadonlySet<string>): boolean =>
      this.#calls.some(
        (call) =>
          call.from === from &&
          (call.to === to || (!passed.has(call.to) && reaches(call.to, to, new Set([...passed, call.to])))),
      );
    for (const { from, to, offset } of this.#calls)
      if (reaches(to, from, new Set([to])))
        this.#warn(
          `template ${from} calls itself by way of ${to}`,
          '模板不能绕一圈调用自己：转回来的那一处什么也不画。',
          offset,
        );
  }

  #copyTo(end: number): void {
    this.#parts.push(this.source.slice(this.#at, end));
    this.#at = end;
  }

  /** The end of what begins here and ends with a text. */
  #endOf(text: string): number {
    const found = this.source.indexOf(text, this.#at);
    return found < 0 ? this.source.length : found + text.length;
  }

  #step(): void {
    const { source } = this;
    if (source.startsWith('<!--', this.#at)) return this.#copyTo(this.#endOf('-->'));
    if (source.startsWith('{{', this.#at)) return this.#expression();
    if (source.startsWith('</', this.#at)) return this.#endTag();
    if (source[this.#at] !== '<') {
      const next = source.slice(this.#at + 1).search(/<|\{\{/);
      return this.#text(next < 0 ? source.length : this.#at + 1 + next);
    }
    tagName.lastIndex = this.#at;
    const name = tagName.exec(source)?.[1];
    if (name !== undefined) return this.#tag(name);
    this.#warn('a bare < in a text', '文字里的 < 写成 &lt;：旧的模板编译器不认识它。');
    this.#copyTo(this.#at + 1);
  }

  #text(end: number): void {
    const text = this.source.slice(this.#at, end);
    this.#warnOfBackslash(text, this.#at);
    this.#parts.push(controlCharacters(text));
    this.#at = end;
  }

  #warnOfBackslash(text: string, offset: number): void {
    const at = text.search(/\\["'\\]/);
    if (at >= 0)
      this.#warn(
        'a backslash before a quote or another backslash in a text',
        '旧的模板编译器会画出 \\x27、\\x22 或 \\x5c：换一种引号，或放到数据里。',
        offset + at,
      );
  }

  #expression(): void {
    const start = this.#at;
    const end = this.#endOf('}}');
    const expression = this.source
      .slice(start, end)
      .replace(quotedText, (text, quote: string | undefined) => quote ?? text)
      .replace(otherEscape, '\\\\$1');
    this.#parts.push(apart(expression));
    this.#at = end;
    this.#warnOfExpression(this.source.slice(start + 2, this.#at - 2), start);
    for (const { 0: text, index } of this.source.slice(start, end).matchAll(quotedText))
      if (!text.startsWith('\\')) this.#warnOfBackslash(text, start + index);
  }

  #warnOfExpression(expression: string, offset: number, isData = false): void {
    this.warnings.push(...warningsOf(expression, offset, isData), ...callWarnings(expression, offset, this.#modules));
  }

  #endTag(): void {
    const start = this.#at;
    this.#copyTo(this.#endOf('>'));
    this.#chains.pop();
    if (this.source.startsWith('</template', start)) this.#defining.pop();
  }

  #attributes(tag: string): Attribute[] {
    const attributes: Attribute[] = [];
    for (;;) {
      attributePattern.lastIndex = this.#at;
      const found = attributePattern.exec(this.source);
      if (found?.[1] === undefined) return attributes;
      const value = found[2];
      const isData = tag === 'template' && found[1] === 'data';
      for (const [expression] of (value ?? '').matchAll(/\{\{[^]*?\}\}/g))
        this.#warnOfExpression(expression.slice(2, -2), this.#at, isData);
      this.warnings.push(...attributeWarnings(value, this.#at));
      attributes.push({ name: directive(found[1]), value: value === undefined ? undefined : attributeValue(value) });
      this.#at = attributePattern.lastIndex;
    }
  }

  #tag(name: string): void {
    const start = this.#at;
    this.#at += name.length + 1;
    const attributes = this.#attributes(name);
    const close = /\s*(\/?)>/y;
    close.lastIndex = this.#at;
    const end = close.exec(this.source);
    // what is no tag is left to the compiler, which says what is wrong
    if (!end) {
      this.#at = start;
      return this.#copyTo(start + 1);
    }
    this.#at = close.lastIndex;
    this.#write(name, attributes, end[1] === '/');
  }

  /** An else that follows another one; the framework draws it as if there were no condition. */
  #warnOfElse(names: readonly string[], isClosed: boolean): void {
    const before = this.#chains.pop();
    const isElse = names.includes('wx:else') || names.includes('wx:elif');
    if (isElse && before === 'ended') this.#warn('wx:else after wx:else', 'wx:else 是最后一个：前面再写一个 wx:if。');
    this.#chains.push(names.includes('wx:else') ? 'ended' : 'open');
    if (!isClosed) this.#chains.push('open');
  }

  #write(name: string, attributes: readonly Attribute[], isClosed: boolean): void {
    const names = attributes.map((attribute) => attribute.name);
    this.#warnOfElse(names, isClosed);
    if (names.includes('wx:for') && (names.includes('wx:else') || names.includes('wx:elif')))
      this.#warn('wx:else beside wx:for', 'wx:else 和 wx:for 分到两层标签上：旧的模板编译器不认识写在一起的。');
    const valueOf = (wanted: string): string => unquoted(attributes.find(({ name: each }) => each === wanted)?.value);
    if (name === 'include') return this.#include(valueOf('src'), attributes, isClosed);
    if (name === 'wxs' && this.#isDefinedAgain(valueOf('module'))) return isClosed ? undefined : this.#skipTo('wxs');
    if (name === 'template' && names.includes('is') && this.#defining.includes(valueOf('is'))) {
      this.#warn(`template ${valueOf('is')} calls itself`, '模板不能调用自己：里面这一处什么也不画。');
      this.#parts.push('<block/>');
      return isClosed ? undefined : this.#skipTo('template');
    }
    const around = this.#defining.at(-1);
    if (name === 'template' && names.includes('is') && around !== undefined)
      this.#calls.push({ from: around, to: valueOf('is'), offset: this.#at });
    if (name === 'template' && names.includes('name') && !isClosed) this.#defining.push(valueOf('name'));
    const own = name === 'block' ? attributes.filter((attribute) => attribute.name !== 'slot') : attributes;
    const kept = names.includes('wx:for') ? this.#besideModules(own) : own;
    const drops = name === 'slot' && !isClosed;
    this.#parts.push(`<${name}${written(kept)}${isClosed || drops ? '/' : ''}>`);
    if (drops) this.#skipTo('slot');
    if (name === 'wxs' && !isClosed) {
      const from = this.#at;
      this.#copyTo(this.#endOf('</wxs>'));
      this.#chains.pop();
      this.warnings.push(...wxsWarnings(this.source.slice(from, this.#at - '</wxs>'.length), from));
    }
  }

  /** A module is stronger than a list's item or index of its name, which then has a name that nobody reads. */
  #besideModules(attributes: readonly Attribute[]): readonly Attribute[] {
    return ['item', 'index'].reduce<readonly Attribute[]>((list, part) => {
      const directive = `wx:for-${part}`;
      const given = list.find(({ name }) => name === directive);
      if (!this.#modules.has(given === undefined ? part : unquoted(given.value))) return list;
      return [...list.filter((each) => each !== given), { name: directive, value: `"hidden_${part}"` }];
    }, attributes);
  }

  /** Of several `<wxs>` with one name the last one counts. */
  #isDefinedAgain(module: string): boolean {
    const later = this.source.slice(this.#at).matchAll(/<wxs\b[^>]*\bmodule\s*=\s*["']([^"']*)["']/g);
    return [...later].some(([, name]) => name === module);
  }

  /** Leaves out what is inside, and the end. */
  #skipTo(name: string): void {
    this.#chains.pop();
    this.#at = this.#endOf(`</${name}>`);
  }

  /** A copy of the other file without its templates and WXS, which sees what stands around it. */
  #include(src: string, attributes: readonly Attribute[], isClosed: boolean): void {
    if (!isClosed) this.#skipTo('include');
    const path = src.replace(/\.wxml$/, '');
    const own = this.around.at(-1) ?? this.options.name;
    const name = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(own), path);
    const text = this.options.read(name);
    this.includes.push(name);
    if (this.around.includes(name))
      return this.#warn(`${name} includes itself`, '模板不能引入自己：去掉这一处 include。');
    if (text === undefined) return this.#warn(`no such template to include: ${name}`, '检查 <include src> 里的路径。');
    const inner = new Rewriter(text, this.options, [...this.around, name], [...this.#modules]);
    const copied = inner
      .run()
      .replace(/<!--[^]*?-->|<wxs\b[^>]*\/>|<wxs\b[^]*?<\/wxs>|<template\s+name\b[^]*?<\/template>/g, '')
      .replace(/>\s*\n\s*</g, '><')
      .trim();
    this.warnings.push(...inner.warnings);
    this.includes.push(...inner.includes);
    const rest = attributes.filter(({ name: each }) => each !== 'src');
    this.#parts.push(rest.length === 0 ? copied : `<block${written(rest)}>${copied}</block>`);
  }
}

/** Rewrites one template, and says what the old compiler refuses or leaves blank. */
export function rewriteTemplate(source: string, options: RewriteOptions): RewrittenTemplate {
  const rewriter = new Rewriter(source, options, [options.name]);
  return { source: rewriter.run(), warnings: rewriter.warnings, includes: rewriter.includes };
}
