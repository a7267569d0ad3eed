/** The four kinds of files of an app, loaded and compiled, with what each of them names. */
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
  /** as the runtime gets it: every component that it names is absolute (`/a/b`) */
  json: JsonRecord;
  isPage: boolean;
  scope: string | undefined;
  style: CompiledStyle | undefined;
  /** own tags of its template may be these */
  knownTags: ReadonlySet<string>;
}

export interface ScriptNode extends Loaded {
  kind: 'script';
  shownFile: string;
  compiled: CompiledScript;
  /** request as written → module's name */
  modules: Record<string, string>;
}

export interface TemplateNode extends Loaded {
  kind: 'template';
  shownFile: string;
  compiled: CompiledTemplate;
}

export interface WxsNode extends Loaded {
  kind: 'wxs';
  compiled: CompiledWxs;
}

export type AppNode = ComponentNode | ScriptNode | TemplateNode | WxsNode;
