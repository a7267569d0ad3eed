/** The four kinds of files of an app, loaded and compiled. */
import type { CompiledScript } from './script';
import type { CompiledStyle } from './style';
import type { CompiledTemplate } from './template';
import type { CompiledWxs } from './script/wxs';
import type { Diagnostic } from './diagnostic';
import type { GraphNode } from './graph';
import type { JsonRecord } from './app/json';

interface Loaded extends GraphNode {
  readonly problems: readonly Diagnostic[];
}

export interface ComponentNode extends Loaded {
  readonly kind: 'component';
  /** As the runtime gets it: the names of components are absolute (`/a/b`). */
  readonly json: JsonRecord;
  readonly isPage: boolean;
  readonly scope: string | undefined;
  style: CompiledStyle | undefined;
  /** The tags of components that its JSON declares. */
  readonly declaredTags: ReadonlySet<string>;
}

export interface ScriptNode extends Loaded {
  readonly kind: 'script';
  readonly displayPath: string;
  readonly compiled: CompiledScript;
  /** The request as written → the name of the module. */
  readonly modules: Record<string, string>;
}

export interface TemplateNode extends Loaded {
  readonly kind: 'template';
  readonly displayPath: string;
  readonly compiled: CompiledTemplate;
}

export interface WxsNode extends Loaded {
  readonly kind: 'wxs';
  readonly compiled: CompiledWxs;
}

export type AppNode = ComponentNode | ScriptNode | TemplateNode | WxsNode;
