/**
 * How modules that were ES modules meet CommonJS, once for all modules of a production build; named as esbuild's output
 * names it.
 */

type Getters = Record<string, () => unknown>;

function copyProperties(target: object, source: unknown, except?: string): object {
  if ((typeof source !== 'object' && typeof source !== 'function') || source === null) return target;
  const from: object = source;
  for (const name of Object.getOwnPropertyNames(from)) {
    if (Object.prototype.hasOwnProperty.call(target, name) || name === except) continue;
    const enumerable = Object.getOwnPropertyDescriptor(from, name)?.enumerable ?? true;
    Object.defineProperty(target, name, { get: (): unknown => Reflect.get(from, name), enumerable });
  }
  return target;
}

function isEsModule(module: unknown): boolean {
  return typeof module === 'object' && module !== null && Reflect.get(module, '__esModule') === true;
}

/** `import x from` of a CommonJS module takes the module itself, of a converted ES module its `default`. */
function toESM(module: unknown): object {
  const target: object = Object.create(
    module === null || module === undefined ? Object.prototype : Object.getPrototypeOf(module),
  );
  if (!isEsModule(module)) Object.defineProperty(target, 'default', { value: module, enumerable: true });
  return copyProperties(target, module);
}

export const interop = {
  __export(target: object, all: Getters): void {
    for (const [name, get] of Object.entries(all)) Object.defineProperty(target, name, { get, enumerable: true });
  },
  __toESM: toESM,
  __toCommonJS: (module: unknown): object =>
    copyProperties(Object.defineProperty({}, '__esModule', { value: true }), module),
};
