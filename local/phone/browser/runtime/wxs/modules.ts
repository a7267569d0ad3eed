/** WXS modules by name; each runs once, when it is first required. */
import { resolveRoute } from '../app/url';
import { markWxsFunctions } from './view-values';

type Loader = (require: (path: string) => unknown, exports: unknown, module: { exports: unknown }) => void;

export class WxsModules {
  readonly #loaders = new Map<string, Loader>();
  readonly #loaded = new Map<string, { exports: unknown }>();

  /** The function D of compiled templates: it registers the body of a module, and answers what runs it. */
  readonly define = (name: string, loader: Loader): (() => unknown) => {
    this.#loaders.set(name, loader);
    return () => this.#load(name);
  };

  #load(name: string): unknown {
    const done = this.#loaded.get(name);
    if (done) return done.exports;
    const loader = this.#loaders.get(name);
    if (!loader) throw new Error(`no such WXS module: ${name}`);
    const module = { exports: {} };
    this.#loaded.set(name, module);
    const from = name.split('#')[0] ?? name;
    loader.call(null, (path) => this.#load(resolveRoute(path, from)), module.exports, module);
    markWxsFunctions(module.exports);
    return module.exports;
  }
}
