/** WXML through the template compiler of WeChat's own component framework, one file at a time, kept until the file changes. */
import { TmplGroup } from 'glass-easel-template-compiler';
import type { Diagnostic } from '../diagnostic';
import { formatDiagnostic, positionOf, reporting } from '../diagnostic';
import { isRecord } from '../app/json';
import { checkWxs, rewriteWxs } from '../script/wxs';

export interface CompiledTemplate {
  /** a JavaScript expression that answers the template's generator */
  code: string;
  /** names of the WXML files that it imports or includes */
  templates: readonly string[];
  /** names of the WXS files that it uses */
  scripts: readonly string[];
  /** every element name in it, except `block`, `slot`, `template` and the like, with where it first stands */
  tags: readonly { name: string; line: number; column: number }[];
  problems: readonly Diagnostic[];
}

const HINTS: Record<string, string> = {
  'missing end tag': '这个标签没有结束标签：补上，或写成自闭合 <x/>。',
  'incomplete tag': '标签没有写完：检查引号和尖括号是否成对。',
  'unexpected character inside expression':
    '{{ }} 里的表达式写错了：这里只能写运算、取值和三元式，不能调用方法（WXS 函数除外）。',
  'duplicated attribute': '同一个属性写了两次：删掉一个。',
  'invalid attribute prefix': '不认识的属性前缀：事件写 bind:、catch:，数据写 data-、mark:、model:。',
};
const DEFAULT_HINT = 'WXML 写错了：改好这一处再保存。';
/** Only warnings to this compiler, but WeChat's own refuses them. */
const FATAL_MESSAGES = new Set(['missing end tag']);

/** What a package ships has been through WeChat's compiler: what this one minds in it is no reason to stop. */
function isFromNpm(shownFile: string): boolean {
  return shownFile.startsWith('node_modules/');
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function diagnosticOf(finding: unknown, shownFile: string): Diagnostic {
  const fields = isRecord(finding) ? finding : {};
  const message = String(fields['message']);
  const isError = fields['isError'] === true || FATAL_MESSAGES.has(message);
  return {
    severity: isError && !isFromNpm(shownFile) ? 'error' : 'warning',
    file: shownFile,
    line: numberOf(fields['startLine']) + 1,
    column: numberOf(fields['startColumn']) + 1,
    message,
    hint: HINTS[message] ?? DEFAULT_HINT,
  };
}

function strings(values: readonly unknown[]): string[] {
  return values.map((value) => String(value).replace(/\.(wxml|wxs)$/, ''));
}

/** The generated code names every element that it makes; a scan of the source would also see comments. */
function tagsIn(code: string, source: string): CompiledTemplate['tags'] {
  const names = new Set([...code.matchAll(/\bE\("([\w-]+)",/g)].map((match) => match[1] ?? ''));
  return [...names].map((name) => {
    const offset = source.search(new RegExp(`<${name}(?![\\w-])`));
    return { name, ...(offset < 0 ? { line: 0, column: 0 } : positionOf(source, offset)) };
  });
}

export class TemplateCompiler {
  readonly #group: TmplGroup;

  /**
   * `production`: without the names that the engine's development build checks attributes by;
   * `strict`: inline WXS is held to ES5
   */
  constructor(readonly options: { production: boolean; strict: boolean }) {
    this.#group = options.production ? new TmplGroup() : TmplGroup.newDev();
  }

  /** Declarations that every template's code expects around it: X, Y, Z, P and Q. (D, for WXS, is the runtime's.) */
  runtime(): string {
    return this.#group.getRuntimeString();
  }

  async #inlineScripts(name: string, source: string, shownFile: string): Promise<Diagnostic[]> {
    const problems: Diagnostic[] = [];
    const { strict } = this.options;
    for (const module of strings(this.#group.getInlineScriptModuleNames(name))) {
      const script = this.#group.getInlineScript(name, module);
      const firstLine = positionOf(source, Math.max(0, source.indexOf(script.trim()))).line;
      const found = isFromNpm(shownFile) ? [] : await checkWxs(script.trim(), shownFile, { firstLine, strict });
      const errors = found.filter((problem) => problem.severity === 'error');
      this.#group.setInlineScript(name, module, errors.length > 0 ? reporting(errors) : rewriteWxs(script));
      problems.push(...found);
    }
    return problems;
  }

  /** What is seen in the place of a template with mistakes where the rest of the app is served all the same. */
  #noticeOf(name: string, errors: readonly Diagnostic[]): string {
    const text = errors
      .map(formatDiagnostic)
      .join('\n')
      .replace(/[<&{]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    this.#group.addTmpl(
      name,
      `<view style="margin:16px;padding:12px;border:1px solid #d54941;white-space:pre-wrap;font-size:14px">${text}</view>`,
    );
    return this.#group.getTmplGenObject(name);
  }

  async compile(name: string, source: string, shownFile: string): Promise<CompiledTemplate> {
    const group = this.#group;
    const findings: unknown = group.addTmpl(name, source);
    const problems = Array.isArray(findings) ? findings.map((finding) => diagnosticOf(finding, shownFile)) : [];
    const errors = problems.filter((problem) => problem.severity === 'error');
    if (errors.length > 0)
      return { code: this.#noticeOf(name, errors), templates: [], scripts: [], tags: [], problems };
    problems.push(...(await this.#inlineScripts(name, source, shownFile)));
    const code = group.getTmplGenObject(name);
    return {
      code,
      templates: strings(group.getDirectDependencies(name)),
      scripts: strings(group.getScriptDependencies(name)),
      tags: tagsIn(code, source),
      problems,
    };
  }
}
