/** Compiles a mini-program for the phone in the browser. A repeated `build()` compiles only what has changed. */
import { join } from 'node:path';
import { packageOf, readAppConfig, type AppConfig } from './app/app-config';
import { AppFiles } from './app/app-files';
import { checkSupport, type SupportedNames } from './checks';
import { writeChunk, type Chunk } from './chunk';
import { CompileError, type Diagnostic } from './diagnostic';
import { removeUnusedIcons, wordsOf } from './style/icons';
import { assignPackages, loadGraph, nodeId, type NodeId } from './graph';
import { recordOf, stringEntries } from './app/json';
import { NodeLoader } from './loader';
import type { AppNode } from './nodes';
import { applyTheme, lightTheme } from './app/theme';

export interface CompilerOptions {
  /** The folder of app.json. */
  readonly appFolder: string;
  readonly production: boolean;
  /** The names that the browser side has; without it no name is checked. */
  readonly supported?: SupportedNames;
  /** A page that uses an unsupported name fails the build; otherwise it is a warning. */
  readonly strict: boolean;
  /**
   * A mistake in a page or a component is shown in its place, and the rest of the app built; otherwise it fails the
   * build.
   */
  readonly partial?: boolean;
}

export interface BuildCounts {
  readonly pages: number;
  readonly components: number;
  readonly scripts: number;
  readonly templates: number;
  /** The files that this build compiled; all others were cached. */
  readonly compiled: number;
}

export interface BuildResult {
  /** By the root of the subpackage; '' is the main package. */
  readonly packages: ReadonlyMap<string, Chunk>;
  readonly warnings: readonly Diagnostic[];
  /** The app has a picker of regions, which needs the list of them. */
  readonly usesRegions: boolean;
  /** The app reaches the database itself, which needs the script of it. */
  readonly usesDatabase: boolean;
  readonly counts: BuildCounts;
}

type Nodes = ReadonlyMap<NodeId, AppNode>;

/** An app as app.json describes it. */
interface LoadedConfig {
  readonly config: AppConfig;
  readonly problems: readonly Diagnostic[];
}

/** Packages that an app has not installed are found from here. */
const packageRoot = join(__dirname, '..');

function ofKind<K extends AppNode['kind']>(nodes: readonly AppNode[], kind: K): Extract<AppNode, { kind: K }>[] {
  return nodes.filter((node): node is Extract<AppNode, { kind: K }> => node.kind === kind);
}

function usesRegions(nodes: readonly AppNode[]): boolean {
  const compiled = [...ofKind(nodes, 'template'), ...ofKind(nodes, 'script')];
  return compiled.some((node) => /["'`]region["'`]/.test(node.compiled.code));
}

/** Whether any script names `wx.cloud` and `database`: too often is better than too seldom. */
function usesDatabase(nodes: readonly AppNode[]): boolean {
  const codes = ofKind(nodes, 'script').map((node) => node.compiled.code);
  return codes.some((code) => /\bdatabase\b/.test(code) && /\bcloud\b/.test(code));
}

/** Removes the icons that the app does not name, which are most of its styles. */
function trimIcons(nodes: Nodes): void {
  const codes = [...nodes.values()].flatMap((node) => (node.kind === 'component' ? [] : [node.compiled.code]));
  const words = wordsOf(codes);
  for (const node of nodes.values()) {
    if (node.kind === 'component' && node.name.endsWith('/icon/icon') && node.style)
      node.style = { ...node.style, css: removeUnusedIcons(node.style.css, words) };
  }
}

export class Compiler {
  readonly #files: AppFiles;
  readonly #loader: NodeLoader;

  constructor(readonly options: CompilerOptions) {
    this.#files = new AppFiles(options.appFolder, packageRoot);
    this.#loader = new NodeLoader(this.#files, options);
  }

  #mainRoots(config: AppConfig): NodeId[] {
    const using = config.usingComponents.map(([, reference]) => this.#files.resolveComponent('app', reference));
    const names = [
      ...config.pages.filter((page) => packageOf(config, page) === ''),
      ...using,
      config.hasCustomTabBar ? 'custom-tab-bar/index' : undefined,
    ];
    return [
      nodeId('script', 'app'),
      ...names.filter((name) => name !== undefined).map((name) => nodeId('component', name)),
    ];
  }

  #prologue(config: AppConfig): string {
    const app = {
      raw: config.raw,
      pages: config.pages,
      subpackages: config.subpackages,
      style: this.#loader.style('app', {})?.css ?? '',
    };
    const runtime = this.#loader.templates.runtime();
    return `phone.start(function(){${runtime}\nreturn{X:X,Y:Y,Z:Z,P:P,Q:Q}},${JSON.stringify(app)});`;
  }

  #write(nodes: readonly AppNode[], root: string, config: AppConfig): Chunk {
    return writeChunk({
      components: ofKind(nodes, 'component'),
      scripts: ofKind(nodes, 'script').filter((script) => this.#files.script(script.name) !== undefined),
      templates: ofKind(nodes, 'template'),
      wxs: ofKind(nodes, 'wxs'),
      prologue: root === '' ? this.#prologue(config) : '',
      epilogue: root === '' ? 'phone.boot();' : `phone.loaded(${JSON.stringify(root)});`,
    });
  }

  #writePackages(nodes: Nodes, config: AppConfig): Map<string, Chunk> {
    const owners = assignPackages(nodes, config, this.#mainRoots(config));
    const roots = ['', ...config.subpackages.map((subpackage) => subpackage.root)];
    const nodesOf = (root: string): AppNode[] => [...nodes.values()].filter((node) => owners.get(node.id) === root);
    return new Map(roots.map((root) => [root, this.#write(nodesOf(root), root, config)]));
  }

  #readConfig(): LoadedConfig {
    const problems: Diagnostic[] = [];
    const appJson = this.#loader.readJson('app');
    if (this.#files.file('app', ['.json']) === undefined) {
      const hint = `这个文件夹里没有小程序：${this.options.appFolder}`;
      problems.push({ severity: 'error', file: 'app.json', line: 0, column: 0, message: 'no app.json', hint });
    }
    const location = String(appJson.json['themeLocation'] ?? 'theme.json').replace(/\.json$/, '');
    const theme = lightTheme(this.#loader.readJson(location).json);
    this.#loader.theme = theme;
    this.#files.aliases = stringEntries(appJson.json['resolveAlias']);
    const config = readAppConfig(recordOf(applyTheme(appJson.json, theme)), (problem) => problems.push(problem));
    return { config, problems: [...problems, ...appJson.problems] };
  }

  #sourceOf(name: string): string {
    return this.#loader.text(name, '.ts') || this.#loader.text(name, '.js');
  }

  /** The mistakes in everything that app.json reaches. */
  #problemsOf(nodes: Nodes): Diagnostic[] {
    const { supported, strict } = this.options;
    return [
      ...[...nodes.values()].flatMap((node) => node.problems),
      ...(this.#loader.style('app', {})?.problems ?? []),
      ...(supported ? checkSupport(nodes, supported, strict, (name) => this.#sourceOf(name)) : []),
    ];
  }

  /** @throws CompileError with every mistake */
  async build(): Promise<BuildResult> {
    const compiledBefore = this.#loader.compiledCount;
    const { config, problems } = this.#readConfig();
    const roots = [...this.#mainRoots(config), ...config.pages.map((page) => nodeId('component', page))];
    const nodes = await loadGraph(roots, (id) => this.#loader.load(id, config));
    const all = unique([...problems, ...this.#problemsOf(nodes)]);
    const isFatal = this.options.partial === true ? problems.some(isError) : all.some(isError);
    if (isFatal) throw new CompileError(all.filter(isError));
    if (this.options.production) trimIcons(nodes);
    const list = [...nodes.values()];
    return {
      packages: this.#writePackages(nodes, config),
      usesRegions: usesRegions(list),
      usesDatabase: usesDatabase(list),
      warnings: all.filter((problem) => !problem.file.startsWith('node_modules/')),
      counts: {
        pages: config.pages.length,
        components: ofKind(list, 'component').length,
        scripts: ofKind(list, 'script').length,
        templates: ofKind(list, 'template').length,
        compiled: this.#loader.compiledCount - compiledBefore,
      },
    };
  }
}

function isError(problem: Diagnostic): boolean {
  return problem.severity === 'error';
}

/** Each mistake once: a component's script is read for its options and again as a module. */
function unique(problems: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

export { CompileError, formatDiagnostic } from './diagnostic';
export { readIcon } from './style/icons';
export type { Chunk } from './chunk';
export type { SupportedNames } from './checks';
