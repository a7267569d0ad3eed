/**
 * Compiles a mini-program for the phone in the browser. `build()` may be called again and again: what did not change is not compiled again.
 */
import { join } from 'node:path';
import { packageOf, readAppConfig, type AppConfig } from './app/app-config';
import { AppFiles } from './app/app-files';
import { checkSupport, type Supported } from './checks';
import { writeChunk, type Chunk } from './chunk';
import { CompileError, type Diagnostic } from './diagnostic';
import { dropUnusedIcons, wordsIn } from './style/icons';
import { assignPackages, exploreGraph, nodeId, type NodeId } from './graph';
import { recordOf, stringEntries } from './app/json';
import { NodeLoader } from './loader';
import type { AppNode } from './nodes';
import { applyTheme, lightTheme } from './app/theme';

export interface CompilerOptions {
  /** folder of app.json */
  appFolder: string;
  production: boolean;
  /** what the browser side has; without it nothing is checked */
  supported?: Supported;
  /** a page that uses what is not there fails the build; otherwise it is a warning */
  strict: boolean;
  /** what is wrong with a page or a component is shown in its place, and the rest of the app built; otherwise it fails the build */
  partial?: boolean;
}

export interface BuildResult {
  /** '' is the main package, others by their root */
  packages: ReadonlyMap<string, Chunk>;
  warnings: readonly Diagnostic[];
  /** a picker of regions may open: it needs the table of them */
  usesRegions: boolean;
  /** `compiled`: files that this build had to compile, the rest was kept */
  counts: { pages: number; components: number; scripts: number; templates: number; compiled: number };
}

const REPOSITORY = join(__dirname, '..', '..', '..');

function ofKind<K extends AppNode['kind']>(nodes: readonly AppNode[], kind: K): Extract<AppNode, { kind: K }>[] {
  return nodes.filter((node): node is Extract<AppNode, { kind: K }> => node.kind === kind);
}

export class Compiler {
  readonly #files: AppFiles;
  readonly #loader: NodeLoader;

  constructor(readonly options: CompilerOptions) {
    this.#files = new AppFiles(options.appFolder, REPOSITORY);
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

  #head(config: AppConfig): string {
    const app = {
      raw: config.raw,
      pages: config.pages,
      subpackages: config.subpackages,
      style: this.#loader.style('app', {})?.css ?? '',
    };
    return `phone.start(function(){${this.#loader.templates.runtime()}\nreturn{X:X,Y:Y,Z:Z,P:P,Q:Q}},${JSON.stringify(app)});`;
  }

  #write(nodes: readonly AppNode[], root: string, config: AppConfig): Chunk {
    return writeChunk({
      components: ofKind(nodes, 'component'),
      scripts: ofKind(nodes, 'script').filter((script) => this.#files.script(script.name) !== undefined),
      templates: ofKind(nodes, 'template'),
      wxs: ofKind(nodes, 'wxs'),
      head: root === '' ? this.#head(config) : '',
      tail: root === '' ? 'phone.boot();' : `phone.loaded(${JSON.stringify(root)});`,
    });
  }

  /** A production build carries the icons that the app names; all others would be most of its styles. */
  #trimIcons(nodes: ReadonlyMap<NodeId, AppNode>): void {
    const codes = [...nodes.values()].flatMap((node) => (node.kind === 'component' ? [] : [node.compiled.code]));
    const words = wordsIn(codes);
    for (const node of nodes.values()) {
      if (node.kind === 'component' && node.name.endsWith('/icon/icon') && node.style)
        node.style = { ...node.style, css: dropUnusedIcons(node.style.css, words) };
    }
  }

  #pack(nodes: ReadonlyMap<NodeId, AppNode>, config: AppConfig): Map<string, Chunk> {
    const owners = assignPackages(nodes, config, this.#mainRoots(config));
    const all = [...nodes.values()];
    const roots = ['', ...config.subpackages.map((subpackage) => subpackage.root)];
    return new Map(
      roots.map((root) => [
        root,
        this.#write(
          all.filter((node) => owners.get(node.id) === root),
          root,
          config,
        ),
      ]),
    );
  }

  /** @throws CompileError with everything that is wrong */
  async build(): Promise<BuildResult> {
    const problems: Diagnostic[] = [];
    const before = this.#loader.compiledCount;
    const appJson = this.#loader.readJson('app');
    if (this.#files.file('app', ['.json']) === undefined) {
      problems.push({
        severity: 'error',
        file: 'app.json',
        line: 0,
        column: 0,
        message: 'no app.json',
        hint: `这个文件夹里没有小程序：${this.options.appFolder}`,
      });
    }
    const location = String(appJson.json['themeLocation'] ?? 'theme.json').replace(/\.json$/, '');
    const theme = lightTheme(this.#loader.readJson(location).json);
    this.#loader.theme = theme;
    this.#files.aliases = stringEntries(appJson.json['resolveAlias']);
    const config = readAppConfig(recordOf(applyTheme(appJson.json, theme)), (problem) => problems.push(problem));
    const roots = [...this.#mainRoots(config), ...config.pages.map((page) => nodeId('component', page))];
    const nodes = await exploreGraph(roots, (id) => this.#loader.load(id, config));
    problems.push(...appJson.problems);
    const fatal = hasError(problems);
    problems.push(
      ...[...nodes.values()].flatMap((node) => node.problems),
      ...(this.#loader.style('app', {})?.problems ?? []),
    );
    const { supported, strict } = this.options;
    if (supported)
      problems.push(
        ...checkSupport(
          nodes,
          supported,
          strict,
          (name) => this.#loader.text(name, '.ts') || this.#loader.text(name, '.js'),
        ),
      );
    if (fatal || (hasError(problems) && this.options.partial !== true))
      throw new CompileError(unique(problems.filter(isError)));
    if (this.options.production) this.#trimIcons(nodes);
    const all = [...nodes.values()];
    return {
      packages: this.#pack(nodes, config),
      usesRegions: [...ofKind(all, 'template'), ...ofKind(all, 'script')].some(({ compiled }) =>
        /["'`]region["'`]/.test(compiled.code),
      ),
      warnings: unique(problems).filter((problem) => !problem.file.startsWith('node_modules/')),
      counts: {
        pages: config.pages.length,
        components: ofKind(all, 'component').length,
        scripts: ofKind(all, 'script').length,
        templates: ofKind(all, 'template').length,
        compiled: this.#loader.compiledCount - before,
      },
    };
  }
}

function isError(problem: Diagnostic): boolean {
  return problem.severity === 'error';
}

function hasError(problems: readonly Diagnostic[]): boolean {
  return problems.some(isError);
}

/** A component's script is read for its options and again as a module: what is wrong with it is said once. */
function unique(problems: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

export { CompileError, formatDiagnostic } from './diagnostic';
export { readIcon } from './style/icons';
export type { Chunk } from './chunk';
export type { Supported } from './checks';
