/** A compiled WebAssembly module. */
export type WasmModule = object;

/** As much of Node's WebAssembly as is used here; the types of Node 20 leave it to a browser's. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new <Exports>(module: WasmModule, imports: object) => { readonly exports: Exports };
};

export interface WasmInstance<Exports> {
  readonly exports: Exports;
}

export function compile(bytes: Uint8Array): WasmModule {
  return new WebAssembly.Module(bytes);
}

/**
 * A new instance with a memory of its own. Every picture gets one and it is dropped afterwards: nothing of a picture
 * stays for the next, a decoder that a damaged picture led astray ends with it, and a large picture's memory is given
 * back.
 */
export function instantiate<Exports>(module: WasmModule, imports: object): WasmInstance<Exports> {
  return new WebAssembly.Instance<Exports>(module, imports);
}
