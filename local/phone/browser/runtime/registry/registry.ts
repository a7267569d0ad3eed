/**
 * What the compiled packages of an app register: templates, components, stylesheets, modules (`compiler/chunk.ts`
 * writes the calls). Modules run on first use. A component's module runs with `Component`, `Page` and `Behavior` bound
 * to that component, also if the code of a library makes the call (TDesign calls `Component` from a shared decorator).
 */
import type { ComponentEnv } from 'glass-easel-miniprogram-adapter';
import { resolveBehaviors, type BehaviorMap } from './native-behaviors';
import { unwrapRelations, type CodeSpace } from '../platform/engine';
import { stopRecursion, useOldFramework } from '../platform/old-framework';
import { WxsModules } from '../wxs/modules';
import { calledFromTemplate, textInTemplate } from '../wxs/view-values';
import { callHandler, getDate, getRegExp, observeChange, wxsConstructor } from '../wxs/scope';

export interface ComponentConfig {
  readonly json: Record<string, unknown> & {
    usingComponents: Record<string, string>;
    componentGenerics: Record<string, true | { default: string }>;
    componentPlaceholder: Record<string, string>;
  };
  readonly scope?: string;
  readonly isPage: boolean;
}

export interface AppDescription {
  readonly raw: Record<string, unknown>;
  readonly pages: readonly string[];
  readonly subpackages: readonly { root: string; pages: readonly string[] }[];
  readonly style: string;
}

type Generator = ((name: string) => unknown) & { _?: unknown };
type Group = Record<string, Generator>;
interface TemplateRuntime {
  readonly X: unknown;
  readonly Y: unknown;
  readonly Z: unknown;
  readonly P: unknown;
  readonly Q: Record<string, unknown>;
}
type TemplateFile = (G: Group, R: Record<string, unknown>, ...runtime: unknown[]) => void;
type ModuleBody = (...globals: unknown[]) => void;
interface Module {
  readonly requests: Record<string, string>;
  readonly run: ModuleBody;
  exports: { exports: unknown } | undefined;
}

/** The globals that every module gets. */
export interface ScriptGlobals {
  App(definition: Record<string, unknown>): void;
  readonly wx: object;
  getApp(): unknown;
  getCurrentPages(): unknown[];
}

export interface RegistryOptions {
  readonly space: CodeSpace;
  registerStyle(path: string, css: string): void;
  /** Loads the script of a subpackage. */
  loadPackage(root: string): Promise<void>;
}

export class Registry {
  readonly components = new Map<string, ComponentConfig>();
  globals: ScriptGlobals | undefined;
  behaviors: BehaviorMap = {};
  app: AppDescription = { raw: {}, pages: [], subpackages: [], style: '' };
  readonly #options: RegistryOptions;
  readonly #modules = new Map<string, Module>();
  readonly #prepared = new Set<string>();
  readonly #group: Group = {};
  readonly #wxs: Record<string, unknown> = {};
  readonly #wxsModules = new WxsModules();
  /** WeChat's `global`: one object for all scripts of the app. */
  readonly #global = {};
  #runtime: TemplateRuntime | undefined;
  #isNew = false;
  #environment: ComponentEnv | undefined;

  constructor(options: RegistryOptions) {
    this.#options = options;
  }

  start(makeRuntime: () => TemplateRuntime, app: AppDescription): void {
    const runtime = makeRuntime();
    const isNew = app.raw['componentFramework'] === 'glass-easel';
    this.#runtime = isNew ? runtime : { ...runtime, Y: textInTemplate, P: calledFromTemplate };
    if (!isNew) useOldFramework();
    this.#isNew = isNew;
    this.#runtime.Q['A'] = observeChange;
    this.#runtime.Q['C'] = callHandler;
    this.app = app;
    this.#options.registerStyle('app', app.style);
    this.#options.space.addStyleSheet('app', 'app');
  }

  templates(file: TemplateFile): void {
    if (!this.#runtime) throw new Error('templates before start');
    const { X, Y, Z, P, Q } = this.#runtime;
    const known = new Set(Object.keys(this.#group));
    file(this.#group, this.#wxs, X, Y, Z, P, Q, this.#wxsModules.define, getRegExp, getDate, wxsConstructor);
    if (this.#isNew) return;
    for (const [name, generator] of Object.entries(this.#group)) if (!known.has(name)) stopRecursion(generator._);
  }

  addComponents(configs: Record<string, ComponentConfig>): void {
    const { space } = this.#options;
    for (const [name, config] of Object.entries(configs)) {
      this.components.set(name, config);
      space.addComponentStaticConfig(name, config.json);
      const content = this.#group[name];
      if (content) Reflect.apply(space.addCompiledTemplate, space, [name, { groupList: this.#group, content }]);
    }
  }

  styles(sheets: Record<string, string>): void {
    for (const [name, css] of Object.entries(sheets)) {
      this.#options.registerStyle(name, css);
      this.#options.space.addStyleSheet(name, name, this.components.get(name)?.scope);
    }
  }

  module(name: string, requests: Record<string, string>, run: ModuleBody): void {
    this.#modules.set(name, { requests, run, exports: undefined });
  }

  hasModule(name: string): boolean {
    return this.#modules.has(name);
  }

  /** Prepares a component for its creation: first everything that it uses, then its own script. */
  prepare(name: string): void {
    const config = this.components.get(name);
    if (!config || this.#prepared.has(name)) return;
    this.#prepared.add(name);
    const { usingComponents, componentGenerics } = config.json;
    for (const used of Object.values(usingComponents)) this.prepare(used.slice(1));
    for (const generic of Object.values(componentGenerics))
      if (generic !== true) this.prepare(generic.default.slice(1));
    this.#runComponent(name);
  }

  /**
   * Runs a component's script. One that fails, or calls neither Component nor Page, leaves an empty component, as on a
   * phone.
   */
  #runComponent(name: string): void {
    const { space } = this.#options;
    try {
      if (this.hasModule(name)) this.require(name);
    } catch (error) {
      reportError(error);
    }
    if (!space.getComponentSpace().getComponentByUrlWithoutDefault(`/${name}`, '')) space.component(name).register();
  }

  /** The names of a component and of everything that it uses. */
  closureOf(name: string, found = new Set<string>()): ReadonlySet<string> {
    const config = this.components.get(name);
    if (!config || found.has(name)) return found;
    found.add(name);
    for (const used of Object.values(config.json.usingComponents)) this.closureOf(used.slice(1), found);
    return found;
  }

  #inEnvironment(name: string, run: () => void): void {
    const before = this.#environment;
    this.#options.space.componentEnv(name, (environment) => {
      this.#environment = environment;
      try {
        run();
      } finally {
        this.#environment = before;
      }
    });
  }

  #define(kind: 'Component' | 'Page' | 'Behavior'): (definition?: Record<string, unknown>) => unknown {
    return (definition) => {
      if (!this.#environment) throw new Error(`${kind}() was called while no component's file was being loaded`);
      const { behaviors } = this;
      return Reflect.apply(
        this.#environment[kind],
        undefined,
        definition ? [unwrapRelations(resolveBehaviors(definition, behaviors))] : [],
      );
    };
  }

  #requireFrom(module: Module, name: string) {
    const load = (request: string): unknown => this.require(module.requests[request] ?? request);
    const fetchPackage = async (request: string): Promise<unknown> => {
      const target = module.requests[request] ?? request;
      await this.#options.loadPackage(
        this.app.subpackages.find(({ root }) => target.startsWith(`${root}/`))?.root ?? '',
      );
      return this.require(target);
    };
    const require = (request: string, done?: (loaded: unknown) => void, failed?: (error: unknown) => void): unknown => {
      if (!done) return load(request);
      void fetchPackage(request).then(
        done,
        failed ??
          ((error: unknown) => {
            console.error(name, error);
          }),
      );
      return undefined;
    };
    return Object.assign(require, { async: fetchPackage });
  }

  /** Runs a module once. @throws Error if there is none of that name */
  require(name: string): unknown {
    const module = this.#modules.get(name);
    if (!module) throw new Error(`module not found: ${name}`);
    if (module.exports) return module.exports.exports;
    const holder: { exports: unknown } = { exports: {} };
    module.exports = holder;
    const run = (): void => {
      this.#run(module, name, holder);
    };
    try {
      if (this.components.has(name) || !this.#environment) this.#inEnvironment(name, run);
      else run();
    } catch (error) {
      module.exports = undefined;
      throw error;
    }
    return holder.exports;
  }

  #run(module: Module, name: string, holder: { exports: unknown }): void {
    const { App, wx, getApp, getCurrentPages } = this.globals ?? {};
    const define = (kind: 'Component' | 'Page' | 'Behavior') => this.#define(kind);
    const requirePlugin = (): never => {
      throw new Error('requirePlugin: there are no plugins in the browser');
    };
    const require = this.#requireFrom(module, name);
    module.run.call(
      undefined,
      require,
      holder,
      holder.exports,
      define('Component'),
      define('Page'),
      define('Behavior'),
      App,
      wx,
      getApp,
      getCurrentPages,
      requirePlugin,
      this.#global,
    );
  }
}
