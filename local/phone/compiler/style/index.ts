/**
 * Compiles WXSS to CSS for one document that contains all pages of the stack. rpx and vw become cqw (750rpx and 100vw
 * are the phone's width, and each page is a size container), elements get their host names (`view` → `wx-view`), a
 * component's classes its scope, `:host` the engine's attribute; a page's own rules are inside `@scope`, so that they
 * apply to that page alone.
 */
import { dirname, join } from 'node:path';
import postcss, { CssSyntaxError, type AtRule, type Root } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import type { Diagnostic } from '../diagnostic';
import { isFile, readText } from '../memo';
import { hostTag } from '../template/host-tag';

export interface StyleTarget {
  /** The prefix of a component with its own scope. */
  readonly scope?: string;
  /** The route of a page whose rules apply to it alone. */
  readonly pageRoute?: string;
}

export interface CompiledStyle {
  readonly css: string;
  /** Every file that was read, imported ones included. */
  readonly files: readonly string[];
  readonly problems: readonly Diagnostic[];
}

export interface StyleFiles {
  /** The absolute path of the sheet. */
  readonly file: string;
  displayPath(file: string): string;
  /** The absolute paths to try for `@import "/a.wxss"` and `@import "pkg/a.wxss"`, besides the file's own folder. */
  candidates(reference: string): readonly string[];
}

const lengthPattern = /(-?(?:\d*\.)?\d+)(rpx|vw|vh)\b/gi;

/**
 * `100rpx` → `13.33333cqw`, `50vh` → `50cqh`: the phone may be smaller than the browser's window, and its bars are not
 * part of a page, so that lengths are relative to the page, which is a size container.
 */
function translateLengths(value: string): string {
  return value.replace(lengthPattern, (_match, amount: string, unit: string) => {
    if (unit.toLowerCase() !== 'rpx') return `${amount}cq${unit.slice(1).toLowerCase()}`;
    return `${Number(((Number(amount) * 100) / 750).toFixed(5))}cqw`;
  });
}

/** Translates rpx in a media query, which is about the window: 750rpx are its width. */
function mediaLengths(text: string): string {
  return text.replace(
    /((?:\d*\.)?\d+)rpx\b/gi,
    (_match, amount: string) => `${Number(((Number(amount) * 100) / 750).toFixed(5))}vw`,
  );
}

function attributeIs(name: string, value: string): selectorParser.Attribute {
  return selectorParser.attribute({
    attribute: name,
    operator: '=',
    value,
    quoteMark: '"',
    raws: { value: `"${value}"` },
  });
}

function selectorTransform(target: StyleTarget) {
  return selectorParser((root) => {
    root.walkTags((tag) => {
      if (tag.value === 'page') tag.value = target.pageRoute === undefined ? 'wx-page' : ':scope';
      else tag.value = tag.value.startsWith('wx-') || tag.value === '*' ? tag.value : hostTag(tag.value);
    });
    if (target.scope !== undefined) {
      const { scope } = target;
      root.walkClasses((name) => {
        name.value = `${scope}--${name.value}`;
      });
    }
    root.walkIds((id) => {
      id.replaceWith(attributeIs('wx-id', id.value));
    });
    root.walkPseudos((pseudo) => {
      if (pseudo.value !== ':host') return;
      pseudo.replaceWith(attributeIs('wx-host', target.scope ?? ''));
    });
  });
}

function isKeyframes(node: unknown): boolean {
  return (
    node instanceof Object &&
    'type' in node &&
    node.type === 'atrule' &&
    'name' in node &&
    /keyframes$/i.test(String(node.name))
  );
}

function transformRules(root: Root, target: StyleTarget): void {
  const selectors = selectorTransform(target);
  root.walkRules((rule) => {
    if (!isKeyframes(rule.parent)) rule.selector = selectors.processSync(rule.selector);
  });
  root.walkDecls((declaration) => {
    if (/\d(?:rpx|vw|vh)\b/i.test(declaration.value)) declaration.value = translateLengths(declaration.value);
  });
  root.walkAtRules((rule) => {
    if (rule.params.includes('rpx')) rule.params = mediaLengths(rule.params);
  });
}

/** Puts rules into `@scope`, except those that are always global. */
function scopeToPage(root: Root, route: string): string {
  const outside = root.nodes.filter(
    (node): node is AtRule => node.type === 'atrule' && /^(?:-webkit-)?(?:keyframes|font-face)$/.test(node.name),
  );
  for (const rule of outside) rule.remove();
  return `${outside.map(String).join('\n')}\n@scope (wx-page[data-route="${route}"]) {\n${root.toString()}\n}`;
}

class Importer {
  readonly files: string[] = [];
  readonly problems: Diagnostic[] = [];

  constructor(readonly sources: StyleFiles) {}

  #resolve(from: string, reference: string): string | undefined {
    const named = [reference, `${reference}.wxss`];
    return named
      .flatMap((name) => [
        ...(name.startsWith('/') ? [] : [join(dirname(from), name)]),
        ...this.sources.candidates(name),
      ])
      .find(isFile);
  }

  #replaceImport(rule: AtRule, from: string): void {
    const reference = /^(?:url\()?\s*["']?([^"')]+)["']?\s*\)?/.exec(rule.params)?.[1] ?? '';
    if (/^(?:https?:)?\/\//.test(reference)) return;
    const file = this.#resolve(from, reference);
    const { line = 0, column = 0 } = rule.source?.start ?? {};
    if (file === undefined) {
      const hint = '检查 @import 的路径：相对当前文件，或以 / 开头从小程序根目录算起。';
      this.problems.push({
        severity: 'error',
        file: this.sources.displayPath(from),
        line,
        column,
        message: `cannot find ${reference}`,
        hint,
      });
      rule.remove();
    } else if (this.files.includes(file)) rule.remove();
    else rule.replaceWith(this.read(file).nodes);
  }

  read(file: string): Root {
    this.files.push(file);
    const root = postcss.parse(readText(file), { from: file });
    root.walkAtRules('import', (rule) => this.#replaceImport(rule, file));
    return root;
  }
}

function syntaxProblem(error: CssSyntaxError, sources: StyleFiles): Diagnostic {
  const file = error.file === undefined ? '' : sources.displayPath(error.file);
  return {
    severity: 'error',
    file,
    line: error.line ?? 0,
    column: error.column ?? 0,
    message: error.reason,
    hint: 'WXSS 写错了：检查这一处的花括号、冒号和分号。',
  };
}

/** @param edit changes the parsed sheet before it is translated */
export function compileStyle(sources: StyleFiles, target: StyleTarget, edit?: (root: Root) => void): CompiledStyle {
  const importer = new Importer(sources);
  try {
    const root = importer.read(sources.file);
    root.walkComments((comment) => {
      comment.remove();
    });
    edit?.(root);
    transformRules(root, target);
    const css = target.pageRoute === undefined ? root.toString() : scopeToPage(root, target.pageRoute);
    return { css: root.nodes.length === 0 ? '' : css, files: importer.files, problems: importer.problems };
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    return {
      css: '',
      files: [...importer.files, sources.file],
      problems: [...importer.problems, syntaxProblem(error, sources)],
    };
  }
}
