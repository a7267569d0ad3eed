/** Loads one node of an app's graph: finds its file, compiles it unless it is as it was, and says what it needs. */
import { isComponentScoped } from './style/scope';
import type { AppConfig } from './app/app-config';
import { AppFiles } from './app/app-files';
import { resolveComponentJson } from './app/component-json';
import { reporting, type Diagnostic } from './diagnostic';
import { nodeId, type NodeId } from './graph';
import { isIconSheet, paintIcons } from './style/icons';
import { parseJson, recordOf, type JsonRecord } from './app/json';
import { Memo, readText } from './memo';
import type { AppNode, ComponentNode, ScriptNode, TemplateNode, WxsNode } from './nodes';
import { compileScript, type CompiledScript } from './script';
import { compileStyle, type CompiledStyle } from './style';
import { applyTheme } from './app/theme';
import { TemplateCompiler, type CompiledTemplate } from './template';
import { compileWxs, type CompiledWxs } from './script/wxs';

interface ParsedJson {
  json: JsonRecord;
  problems: readonly Diagnostic[];
}

const EMPTY_SCRIPT: CompiledScript = {
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
  /** values for `@names` in JSON */
  theme: JsonRecord = {};
  /** files compiled since the start; what was kept from before does not count */
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
      const json = parseJson(text, this.files.display(file), (problem) => problems.push(problem));
      return { json, problems };
    });
  }

  async #compileScript(name: string): Promise<CompiledScript> {
    const file = this.files.script(name);
    if (file === undefined) return EMPTY_SCRIPT;
    return this.#scripts.ofFile(file, (text) => {
      this.compiledCount += 1;
      return compileScript(text, this.files.display(file), this.options.production);
    });
  }

  #scopeOf(name: string): string {
    const scope = this.#scopes.get(name) ?? `s${this.#scopes.size.toString(36)}`;
    this.#scopes.set(name, scope);
    return scope;
  }

  /** @param pageRoute set if the rules must stay on that page */
  style(name: string, target: { scope?: string; pageRoute?: string }): CompiledStyle | undefined {
    const file = this.files.file(name, ['.wxss', '.css']);
    if (file === undefined) return undefined;
    const key = `${file}|${target.scope ?? ''}|${target.pageRoute ?? ''}`;
    const kept = this.#styles.get(key);
    if (kept) return kept;
    const sources = {
      file,
      display: (path: string) => this.files.display(path),
      lookUp: (reference: string) => [
        this.files.place(reference.replace(/^\/+/, '')),
        this.files.place(`miniprogram_npm/${reference}`),
      ],
    };
    this.compiledCount += 1;
    const style = compileStyle(sources, target, isIconSheet(file) ? paintIcons : undefined);
    // a file that was missing may be there next time
    return style.problems.length > 0 ? style : this.#styles.set(key, style, style.files);
  }

  async #component(id: NodeId, name: string, config: AppConfig): Promise<ComponentNode> {
    const { json, problems } = this.readJson(name);
    const raw = recordOf(applyTheme(json, this.theme));
    const script = await this.#compileScript(name);
    const jsonFile = this.files.file(name, ['.json']);
    const shownFile = jsonFile === undefined ? `${name}.json` : this.files.display(jsonFile);
    const resolved = resolveComponentJson({ files: this.files, config, name, shownFile }, raw, script.styleIsolation);
    const isPage = config.pages.includes(name);
    const scope = isComponentScoped(resolved.json) ? this.#scopeOf(name) : undefined;
    const style = this.style(name, {
      ...(scope === undefined ? {} : { scope }),
      ...(isPage ? { pageRoute: name } : {}),
    });
    const needs = [
      nodeId('template', name),
      nodeId('script', name),
      ...resolved.uses.map((use) => nodeId('component', use)),
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
      knownTags: resolved.knownTags,
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
    const shownFile = file === undefined ? name : this.files.display(file);
    const modules: Record<string, string> = {};
    const problems = [...compiled.problems];
    for (const request of compiled.requests) {
      const found = this.files.resolveScript(name, request);
      if (found !== undefined) modules[request] = found;
      else problems.push(this.#missingModule(shownFile, request));
    }
    return {
      id,
      kind: 'script',
      name,
      shownFile,
      compiled,
      modules,
      needs: Object.values(modules).map((module) => nodeId('script', module)),
      problems,
    };
  }

  /** On a phone a module that is not there fails where it is required, and only then. */
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

  async #template(id: NodeId, name: string, config: AppConfig): Promise<TemplateNode> {
    const file = this.files.file(name, ['.wxml']);
    const shownFile = file === undefined ? `${name}.wxml` : this.files.display(file);
    const compile = (text: string): Promise<CompiledTemplate> => {
      this.compiledCount += 1;
      return this.templates.compile(name, text, shownFile);
    };
    const isMissing = this.#missingPage(name, config.pages.includes(name)).length > 0;
    const empty = isMissing ? `<view>page ${name} has no script</view>` : '<slot/>';
    const compiled = await (file === undefined ? compile(empty) : this.#templateResults.ofFile(file, compile));
    const needs = [
      ...compiled.templates.map((used) => nodeId('template', used)),
      ...compiled.scripts.map((used) => nodeId('wxs', used)),
    ];
    return { id, kind: 'template', name, shownFile, compiled, needs, problems: compiled.problems };
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
        compiled: { code: reporting([problem]), requests: [], problems: [] },
        problems: [problem],
      };
    }
    const compiled = await this.#wxs.ofFile(file, (text) => {
      this.compiledCount += 1;
      return compileWxs(text, this.files.display(file), this.options);
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

  /** Text of a file of the app, for messages that point into it. */
  text(name: string, extension: string): string {
    const file = this.files.file(name, [extension]);
    return file === undefined ? '' : readText(file);
  }
}
