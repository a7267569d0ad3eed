/** Loads one node of an app's graph: finds its file, compiles it unless it is unchanged, and lists what it needs. */
import { isComponentScoped } from './style/scope';
import type { AppConfig } from './app/app-config';
import { AppFiles } from './app/app-files';
import { resolveComponentJson } from './app/component-json';
import { loggingCode, type Diagnostic } from './diagnostic';
import { nodeId, type NodeId } from './graph';
import { withoutBlanks } from './style/blanks';
import { isIconSheet, maskIcons } from './style/icons';
import { parseJson, recordOf, type JsonRecord } from './app/json';
import { Memo, readText } from './memo';
import type { AppNode, ComponentNode, ScriptNode, TemplateNode, WxsNode } from './nodes';
import { compileScript, type CompiledScript } from './script';
import { compileStyle, type CompiledStyle } from './style';
import { applyTheme } from './app/theme';
import { TemplateCompiler, type CompiledTemplate } from './template';
import { compileWxs, type CompiledWxs } from './script/wxs';

interface ParsedJson {
  readonly json: JsonRecord;
  readonly problems: readonly Diagnostic[];
}

const emptyScript: CompiledScript = {
  code: '',
  map: '',
  requests: [],
  apis: [],
  styleIsolation: undefined,
  problems: [],
};

export class NodeLoader {
  readonly templates: TemplateCompiler;
  readonly #scripts = new Memo<Promise<CompiledScript>>();
  readonly #templateResults = new Memo<Promise<CompiledTemplate>>();
  readonly #wxs = new Memo<Promise<CompiledWxs>>();
  readonly #styles = new Memo<CompiledStyle>();
  readonly #json = new Memo<ParsedJson>();
  readonly #scopes = new Map<string, string>();
  /** The values of `@names` in JSON. */
  theme: JsonRecord = {};
  /** The number of files compiled since the start, without those from the cache. */
  compiledCount = 0;

  constructor(
    readonly files: AppFiles,
    readonly options: { production: boolean; strict: boolean },
  ) {
    this.templates = new TemplateCompiler(options);
  }

  readJson(name: string): ParsedJson {
    const file = this.files.file(name, ['.json']);
    if (file === undefined) return { json: {}, problems: [] };
    return this.#json.ofFile(file, (text) => {
      const problems: Diagnostic[] = [];
      const json = parseJson(text, this.files.displayPath(file), (problem) => problems.push(problem));
      return { json, problems };
    });
  }

  async #compileScript(name: string): Promise<CompiledScript> {
    const file = this.files.script(name);
    if (file === undefined) return emptyScript;
    return this.#scripts.ofFile(file, (text) => {
      this.compiledCount += 1;
      return compileScript(text, this.files.displayPath(file), this.options.production);
    });
  }

  #scopeOf(name: string): string {
    const scope = this.#scopes.get(name) ?? `s${this.#scopes.size.toString(36)}`;
    this.#scopes.set(name, scope);
    return scope;
  }

  /** @param target `pageRoute` is set if the rules must apply to that page alone */
  style(name: string, target: { scope?: string; pageRoute?: string }): CompiledStyle | undefined {
    const file = this.files.file(name, ['.wxss', '.css']);
    if (file === undefined) return undefined;
    const key = `${file}|${target.scope ?? ''}|${target.pageRoute ?? ''}`;
    const cached = this.#styles.get(key);
    if (cached) return cached;
    const sources = {
      file,
      displayPath: (path: string) => this.files.displayPath(path),
      candidates: (reference: string) => [
        this.files.absolutePath(reference.replace(/^\/+/, '')),
        this.files.absolutePath(`miniprogram_npm/${reference}`),
      ],
    };
    this.compiledCount += 1;
    const compiled = compileStyle(sources, target, isIconSheet(file) ? maskIcons : undefined);
    const style = this.options.production ? { ...compiled, css: withoutBlanks(compiled.css) } : compiled;
    // a failed result is not cached: a missing file may exist next time
    return style.problems.length > 0 ? style : this.#styles.set(key, style, style.files);
  }

  async #component(id: NodeId, name: string, config: AppConfig): Promise<ComponentNode> {
    const { json, problems } = this.readJson(name);
    const raw = recordOf(applyTheme(json, this.theme));
    const script = await this.#compileScript(name);
    const jsonFile = this.files.file(name, ['.json']);
    const displayPath = jsonFile === undefined ? `${name}.json` : this.files.displayPath(jsonFile);
    const resolved = resolveComponentJson({ files: this.files, config, name, displayPath }, raw, script.styleIsolation);
    const isPage = config.pages.includes(name);
    const scope = isComponentScoped(resolved.json) ? this.#scopeOf(name) : undefined;
    const style = this.style(name, {
      ...(scope === undefined ? {} : { scope }),
      ...(isPage ? { pageRoute: name } : {}),
    });
    const needs = [
      nodeId('template', name),
      nodeId('script', name),
      ...resolved.usedComponents.map((use) => nodeId('component', use)),
    ];
    const found = [...problems, ...resolved.problems, ...(style?.problems ?? []), ...this.#missingPage(name, isPage)];
    return {
      id,
      kind: 'component',
      name,
      needs,
      json: resolved.json,
      isPage,
      scope,
      style,
      declaredTags: resolved.declaredTags,
      problems: found,
    };
  }

  #missingPage(name: string, isPage: boolean): Diagnostic[] {
    if (!isPage || this.files.script(name) !== undefined) return [];
    const hint = '建好这个页面的 .wxml 和 .ts（或 .js），或者从 app.json 里去掉它。';
    return [{ severity: 'error', file: 'app.json', line: 0, column: 0, message: `page ${name} has no script`, hint }];
  }

  async #script(id: NodeId, name: string): Promise<ScriptNode> {
    const compiled = await this.#compileScript(name);
    const file = this.files.script(name);
    const displayPath = file === undefined ? name : this.files.displayPath(file);
    const modules: Record<string, string> = {};
    const problems = [...compiled.problems];
    for (const request of compiled.requests) {
      const found = this.files.resolveScript(name, request);
      if (found !== undefined) modules[request] = found;
      else problems.push(this.#missingModule(displayPath, request));
    }
    return {
      id,
      kind: 'script',
      name,
      displayPath,
      compiled,
      modules,
      needs: Object.values(modules).map((module) => nodeId('script', module)),
      problems,
    };
  }

  /** On a phone a missing module fails only where it is required. */
  #missingModule(file: string, request: string): Diagnostic {
    const severity = this.options.strict ? 'error' : 'warning';
    return {
      severity,
      file,
      line: 0,
      column: 0,
      message: `cannot find module ${request}`,
      hint: '检查路径，或先用 npm 安装这个包。',
    };
  }

  readonly #readTemplate = (name: string): string | undefined => {
    const file = this.files.file(name, ['.wxml']);
    return file === undefined ? undefined : readText(file);
  };

  /** The result is valid while the file and those that were copied into it stay as they are. */
  async #compileTemplate(
    file: string,
    compile: (text: string) => Promise<CompiledTemplate>,
  ): Promise<CompiledTemplate> {
    const cached = this.#templateResults.get(file);
    if (cached) return cached;
    const running = compile(readText(file));
    this.#templateResults.set(file, running, [file]);
    const compiled = await running;
    const copied = compiled.includes.map((name) => this.files.absolutePath(`${name}.wxml`));
    this.#templateResults.set(file, running, [file, ...copied]);
    return compiled;
  }

  async #template(id: NodeId, name: string, config: AppConfig): Promise<TemplateNode> {
    const file = this.files.file(name, ['.wxml']);
    const displayPath = file === undefined ? `${name}.wxml` : this.files.displayPath(file);
    const readAsOld = config.usesNewFramework ? undefined : this.#readTemplate;
    const compile = (source: string): Promise<CompiledTemplate> => {
      this.compiledCount += 1;
      return this.templates.compile({ name, source, displayPath, readAsOld });
    };
    const isMissing = this.#missingPage(name, config.pages.includes(name)).length > 0;
    const empty = isMissing ? `<view>page ${name} has no script</view>` : '<slot/>';
    const compiled = file === undefined ? await compile(empty) : await this.#compileTemplate(file, compile);
    const needs = [
      ...compiled.templates.map((used) => nodeId('template', used)),
      ...compiled.scripts.map((used) => nodeId('wxs', used)),
    ];
    return { id, kind: 'template', name, displayPath, compiled, needs, problems: compiled.problems };
  }

  async #wxsFile(id: NodeId, name: string): Promise<WxsNode> {
    const file = this.files.file(name, ['.wxs']);
    if (file === undefined) {
      const problem: Diagnostic = {
        severity: 'error',
        file: `${name}.wxs`,
        line: 0,
        column: 0,
        message: 'no such WXS file',
        hint: '检查 <wxs src> 或 require 里的路径。',
      };
      return {
        id,
        kind: 'wxs',
        name,
        needs: [],
        compiled: { code: loggingCode([problem]), requests: [], problems: [] },
        problems: [problem],
      };
    }
    const compiled = await this.#wxs.ofFile(file, (text) => {
      this.compiledCount += 1;
      return compileWxs(text, this.files.displayPath(file), this.options);
    });
    const needs = compiled.requests.map((request) => nodeId('wxs', AppFiles.join(name, request)));
    return { id, kind: 'wxs', name, needs, compiled, problems: compiled.problems };
  }

  async load(id: NodeId, config: AppConfig): Promise<AppNode> {
    const name = id.slice(id.indexOf(':') + 1);
    if (id.startsWith('component:')) return this.#component(id, name, config);
    if (id.startsWith('script:')) return this.#script(id, name);
    if (id.startsWith('template:')) return this.#template(id, name, config);
    return this.#wxsFile(id, name);
  }

  /** The text of a file of the app, for positions in messages. */
  text(name: string, extension: string): string {
    const file = this.files.file(name, [extension]);
    return file === undefined ? '' : readText(file);
  }
}
