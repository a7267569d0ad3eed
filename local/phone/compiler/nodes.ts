/** The four kinds of files of an app, loaded and compiled. */
import type { CompiledScript } from './script';
import type { CompiledStyle } from './style';
import type { CompiledTemplate } from './template';
import type { CompiledWxs } from './script/wxs';
import type { Diagnostic } from './diagnostic';
import type { GraphNode } from './graph';
import type { JsonRecord } from './app/json';

interface Loaded extends GraphNode {
  problems: readonly Diagnostic[];
}

export interface ComponentNode extends Loaded {
  kind: 'component';
  /** As the runtime gets it: the names of components are absolute (`/a/b`). */
  json: JsonRecord;
  isPage: boolean;
  scope: string | undefined;
  style: CompiledStyle | undefined;
  /** The tags of components that its JSON declares. */
  declaredTags: ReadonlySet<string>;
}

export interface ScriptNode extends Loaded {
  kind: 'script';
  displayPath: string;
  compiled: CompiledScript;
  /** The request as written → the name of the module. */
  modules: Record<string, string>;
}

export interface TemplateNode extends Loaded {
  kind: 'template';
  displayPath: string;
  compiled: CompiledTemplate;
}

export interface WxsNode extends Loaded {
  kind: 'wxs';
  compiled: CompiledWxs;
}

export type AppNode = ComponentNode | ScriptNode | TemplateNode | WxsNode;
