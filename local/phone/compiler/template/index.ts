/** Compiles WXML with the template compiler of WeChat's own component framework, one file at a time. */
import { TmplGroup } from 'glass-easel-template-compiler';
import type { Diagnostic } from '../diagnostic';
import { formatDiagnostic, positionOf, loggingCode } from '../diagnostic';
import { isRecord } from '../app/json';
import { posix } from 'node:path';
import { checkWxs, requestsOf, rewriteWxs } from '../script/wxs';
import type { Warning } from './warning';
import { rewriteTemplate } from './rewrite';

export interface CompiledTemplate {
  /** A JavaScript expression whose value is the template's generator. */
  readonly code: string;
  /** The names of the WXML files that it imports or includes. */
  readonly templates: readonly string[];
  /** The names of the WXML files that were copied into it. */
  readonly includes: readonly string[];
  /** The names of the WXS files that it uses. */
  readonly scripts: readonly string[];
  /** Every element name in it, except `block`, `slot`, `template` and the like, with its first position. */
  readonly tags: readonly { name: string; line: number; column: number }[];
  readonly problems: readonly Diagnostic[];
}

const hints: Record<string, string> = {
  'missing end tag': '这个标签没有结束标签：补上，或写成自闭合 <x/>。',
  'incomplete tag': '标签没有写完：检查引号和尖括号是否成对。',
  'unexpected character inside expression':
    '{{ }} 里的表达式写错了：这里只能写运算、取值和三元式，不能调用方法（WXS 函数除外）。',
  'duplicated attribute': '同一个属性写了两次：删掉一个。',
  'invalid attribute prefix': '不认识的属性前缀：事件写 bind:、catch:，数据写 data-、mark:、model:。',
};
const defaultHint = 'WXML 写错了：改好这一处再保存。';
/** Warnings of this compiler that are errors of WeChat's own. */
const errorMessages = new Set(['missing end tag']);

/** A published package has passed WeChat's compiler, so that errors in it are warnings here. */
function isFromNpm(displayPath: string): boolean {
  return displayPath.startsWith('node_modules/');
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function diagnosticOf(finding: unknown, displayPath: string): Diagnostic {
  const fields = isRecord(finding) ? finding : {};
  const message = String(fields['message']);
  const isError = fields['isError'] === true || errorMessages.has(message);
  return {
    severity: isError && !isFromNpm(displayPath) ? 'error' : 'warning',
    file: displayPath,
    line: numberOf(fields['startLine']) + 1,
    column: numberOf(fields['startColumn']) + 1,
    message,
    hint: hints[message] ?? defaultHint,
  };
}

function strings(values: readonly unknown[]): string[] {
  return values.map((value) => String(value).replace(/\.(wxml|wxs)$/, ''));
}

/** The elements that the generated code creates; the source has comments, too. */
function tagsIn(code: string, source: string): CompiledTemplate['tags'] {
  const names = new Set([...code.matchAll(/\bE\("([\w-]+)",/g)].map((match) => match[1] ?? ''));
  return [...names].map((name) => {
    const offset = source.search(new RegExp(`<${name}(?![\\w-])`));
    return { name, ...(offset < 0 ? { line: 0, column: 0 } : positionOf(source, offset)) };
  });
}

/** A template to be compiled. */
export interface TemplateSource {
  readonly name: string;
  readonly source: string;
  readonly displayPath: string;
  /** The text of another template; given where the app's templates mean what WeChat's old compiler makes of them. */
  readonly readAsOld?: ((name: string) => string | undefined) | undefined;
}

function warningAt(warning: Warning, source: string, displayPath: string): Diagnostic {
  const { message, hint } = warning;
  return { severity: 'warning', file: displayPath, ...positionOf(source, warning.offset), message, hint };
}

export class TemplateCompiler {
  readonly #group: TmplGroup;

  /**
   * @param options `production`: without the names by which the engine's development build checks attributes; `strict`:
   * inline WXS must be ES5
   */
  constructor(readonly options: { production: boolean; strict: boolean }) {
    this.#group = options.production ? new TmplGroup() : TmplGroup.newDev();
  }

  /** The declarations that the code of every template needs: X, Y, Z, P and Q. (D, for WXS, belongs to the runtime.) */
  runtime(): string {
    return this.#group.getRuntimeString();
  }

  async #inlineScripts(name: string, source: string, displayPath: string): Promise<Diagnostic[]> {
    const problems: Diagnostic[] = [];
    const { strict } = this.options;
    for (const module of strings(this.#group.getInlineScriptModuleNames(name))) {
      const script = this.#group.getInlineScript(name, module);
      const firstLine = positionOf(source, Math.max(0, source.indexOf(script.trim()))).line;
      const found = isFromNpm(displayPath) ? [] : await checkWxs(script.trim(), displayPath, { firstLine, strict });
      const errors = found.filter((problem) => problem.severity === 'error');
      // a comment at its end must not take the brace behind it along
      const code = errors.length > 0 ? loggingCode(errors) : `${rewriteWxs(script)}\n`;
      this.#group.setInlineScript(name, module, code);
      problems.push(...found);
    }
    return problems;
  }

  /** The template that shows the mistakes of another one while the rest of the app is served. */
  #errorTemplate(name: string, errors: readonly Diagnostic[]): string {
    const text = errors
      .map(formatDiagnostic)
      .join('\n')
      .replace(/[<&{]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    const style = 'margin:16px;padding:12px;border:1px solid #d54941;white-space:pre-wrap;font-size:14px';
    this.#group.addTmpl(name, `<view style="${style}">${text}</view>`);
    return this.#group.getTmplGenObject(name);
  }

  /** The WXS files that inline modules require. */
  #inlineRequests(name: string): string[] {
    const scripts = strings(this.#group.getInlineScriptModuleNames(name)).flatMap((module) =>
      requestsOf(this.#group.getInlineScript(name, module)),
    );
    return scripts.map((path) => (path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(name), path)));
  }

  async compile({ name, source, displayPath, readAsOld }: TemplateSource): Promise<CompiledTemplate> {
    const group = this.#group;
    const old = readAsOld && rewriteTemplate(source, { name, read: readAsOld });
    const warnings = isFromNpm(displayPath) ? [] : (old?.warnings ?? []);
    const findings: unknown = group.addTmpl(name, old?.source ?? source);
    const problems = Array.isArray(findings) ? findings.map((finding) => diagnosticOf(finding, displayPath)) : [];
    problems.push(...warnings.map((warning) => warningAt(warning, source, displayPath)));
    const includes = old?.includes ?? [];
    const errors = problems.filter((problem) => problem.severity === 'error');
    if (errors.length > 0)
      return { code: this.#errorTemplate(name, errors), templates: [], includes, scripts: [], tags: [], problems };
    const requests = this.#inlineRequests(name);
    problems.push(...(await this.#inlineScripts(name, source, displayPath)));
    const code = group.getTmplGenObject(name);
    return {
      code,
      templates: strings(group.getDirectDependencies(name)),
      includes,
      scripts: [...new Set([...strings(group.getScriptDependencies(name)), ...requests])],
      tags: tagsIn(code, source),
      problems,
    };
  }
}
