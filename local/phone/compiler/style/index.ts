/**
 * WXSS → CSS for one document that holds all pages of the stack at once:
 * rpx and vw in cqw (750rpx and 100vw are the phone's width, each page is a size container), elements by their host names (`view` → `wx-view`), a component's classes under its scope,
 * `:host` by the engine's mark, and a page's own rules inside `@scope` so that they stay on that page.
 */
import { dirname, join } from 'node:path';
import postcss, { CssSyntaxError, type AtRule, type Root } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import type { Diagnostic } from '../diagnostic';
import { isFile, readText } from '../memo';
import { hostTag } from '../template/host-tag';

export interface StyleTarget {
  /** prefix of a component with its own scope */
  scope?: string;
  /** route of a page whose rules must not leave it */
  pageRoute?: string;
}

export interface CompiledStyle {
  css: string;
  /** every file that was read, the imported ones too */
  files: readonly string[];
  problems: readonly Diagnostic[];
}

export interface StyleFiles {
  /** absolute file of the sheet */
  file: string;
  display(file: string): string;
  /** `@import "/a.wxss"` and `@import "pkg/a.wxss"`: absolute candidates besides the file's own folder */
  lookUp(reference: string): readonly string[];
}

const LENGTH = /(-?(?:\d*\.)?\d+)(rpx|vw|vh)\b/gi;

/**
 * `100rpx` → `13.33333cqw`, `50vh` → `50cqh`: the phone need not fill the browser's window, and its bars are no part of a page's, so that
 * lengths count the page, which is a size container.
 */
function translateLengths(value: string): string {
  return value.replace(LENGTH, (_match, amount: string, unit: string) => {
    if (unit.toLowerCase() !== 'rpx') return `${amount}cq${unit.slice(1).toLowerCase()}`;
    return `${Number(((Number(amount) * 100) / 750).toFixed(5))}cqw`;
  });
}

/** A media query asks for the window; 750rpx are its width. */
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

/** `@scope` takes style rules; what is global by nature stays outside of it. */
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
      .flatMap((name) => [...(name.startsWith('/') ? [] : [join(dirname(from), name)]), ...this.sources.lookUp(name)])
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
        file: this.sources.display(from),
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
  const file = error.file === undefined ? '' : sources.display(error.file);
  return {
    severity: 'error',
    file,
    line: error.line ?? 0,
    column: error.column ?? 0,
    message: error.reason,
    hint: 'WXSS 写错了：检查这一处的花括号、冒号和分号。',
  };
}

/** @param edit last word on the tree, before it becomes text */
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
