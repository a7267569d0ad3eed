/**
 * Writes one package of an app as one script: calls of `phone.templates`, `phone.components`, `phone.styles` and
 * `phone.module`, which the runtime defines (`browser/runtime/registry`). Its source map has one section a module, so
 * that a module's own map is used unchanged.
 */
import type { ComponentNode, ScriptNode, TemplateNode, WxsNode } from './nodes';
import { recordOf, type JsonRecord } from './app/json';

/** The globals that WeChat gives a script, in the order in which the runtime passes them. */
export const scriptGlobals =
  'require,module,exports,Component,Page,Behavior,App,wx,getApp,getCurrentPages,requirePlugin,global';
/**
 * The globals of a browser that a phone does not have: parameters without an argument around all scripts of a package.
 */
const hiddenGlobals = [
  'window',
  'document',
  'self',
  'location',
  'navigator',
  'localStorage',
  'sessionStorage',
  'history',
  'parent',
  'top',
  'frames',
  'alert',
  'confirm',
  'prompt',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'Image',
  'FileReader',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'AbortController',
  'structuredClone',
  'Worker',
  'indexedDB',
].join(',');

export interface Chunk {
  readonly code: string;
  /** The JSON of the source map; '' in production. */
  readonly map: string;
}

export interface ChunkContent {
  readonly components: readonly ComponentNode[];
  readonly scripts: readonly ScriptNode[];
  readonly templates: readonly TemplateNode[];
  readonly wxs: readonly WxsNode[];
  /** The code before and after everything else. */
  readonly prologue: string;
  readonly epilogue: string;
}

interface Section {
  readonly offset: { line: number; column: number };
  readonly map: unknown;
}

class ChunkWriter {
  readonly #texts: string[] = [];
  readonly #sections: Section[] = [];
  #line = 0;

  write(text: string): void {
    this.#texts.push(text, '\n');
    this.#line += text.split('\n').length;
  }

  writeMapped(text: string, map: string): void {
    if (map !== '') this.#sections.push({ offset: { line: this.#line, column: 0 }, map: JSON.parse(map) });
    this.write(text);
  }

  finish(): Chunk {
    const map = this.#sections.length === 0 ? '' : JSON.stringify({ version: 3, sections: this.#sections });
    return { code: this.#texts.join(''), map };
  }
}

function writeTemplates(writer: ChunkWriter, content: ChunkContent): void {
  if (content.templates.length === 0) return;
  writer.write('phone.templates(function(G,R,X,Y,Z,P,Q,D,getRegExp,getDate,wxsConstructor){');
  for (const { name, compiled } of content.wxs) {
    writer.write(
      `R[${JSON.stringify(name)}]=D(${JSON.stringify(name)},function(require,exports,module){${compiled.code}\n});`,
    );
  }
  for (const { name, compiled } of content.templates) writer.write(`G[${JSON.stringify(name)}]=${compiled.code};`);
  writer.write('});');
}

function configOf(node: ComponentNode): JsonRecord {
  const placeholder = recordOf(node.json['componentPlaceholder']);
  return { json: { ...node.json, componentPlaceholder: placeholder }, scope: node.scope, isPage: node.isPage };
}

/** Writes one package. */
export function writeChunk(content: ChunkContent): Chunk {
  const writer = new ChunkWriter();
  writer.write(
    `(function(phone,${hiddenGlobals}){var{__export,__toESM,__toCommonJS}=phone.interop;${content.prologue}`,
  );
  writeTemplates(writer, content);
  const configs = content.components.map((node) => [node.name, configOf(node)]);
  writer.write(`phone.components(${JSON.stringify(Object.fromEntries(configs))});`);
  const styles = content.components.map((node) => [node.name, node.style?.css ?? '']);
  writer.write(`phone.styles(${JSON.stringify(Object.fromEntries(styles))});`);
  for (const script of content.scripts) {
    writer.write(
      `phone.module(${JSON.stringify(script.name)},${JSON.stringify(script.modules)},function(${scriptGlobals}){`,
    );
    writer.writeMapped(script.compiled.code, script.compiled.map);
    writer.write('});');
  }
  writer.write(`${content.epilogue}})(window.__phone);`);
  return writer.finish();
}
