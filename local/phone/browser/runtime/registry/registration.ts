/** `window.__phone`: the functions that the compiled packages call, in the order in which they call them. */
import { interop } from './interop';
import type { AppDescription, ComponentConfig, Registry } from './registry';

export interface Registration {
  readonly interop: typeof interop;
  readonly start: Registry['start'];
  readonly templates: Registry['templates'];
  components(configs: Record<string, ComponentConfig>): void;
  readonly styles: Registry['styles'];
  readonly module: Registry['module'];
  loaded(root: string): void;
  boot(): void;
}

export function createRegistration(
  registry: Registry,
  actions: { started(app: AppDescription): void; loaded(root: string): void; boot(): void },
): Registration {
  return {
    interop,
    start: (makeRuntime, app) => {
      actions.started(app);
      registry.start(makeRuntime, app);
    },
    templates: (file) => {
      registry.templates(file);
    },
    components: (configs) => {
      registry.addComponents(configs);
    },
    styles: (sheets) => {
      registry.styles(sheets);
    },
    module: (name, requests, run) => {
      registry.module(name, requests, run);
    },
    loaded: actions.loaded,
    boot: actions.boot,
  };
}
