/** Finds the components and APIs that a page uses and this phone does not have. */
import type { Diagnostic } from './diagnostic';
import { positionOf } from './diagnostic';
import { elementTags } from './template/element-tags';
import { nodeId, type NodeId } from './graph';
import type { AppNode, ComponentNode, ScriptNode, TemplateNode } from './nodes';

export interface SupportedNames {
  /** The names of the built-in components. */
  readonly tags: ReadonlySet<string>;
  /** The names of `wx`: `showToast`, `cloud.callFunction`; undefined: they are not checked. */
  readonly apis: ReadonlySet<string> | undefined;
}

const syntaxTags = new Set(['block', 'slot', 'template', 'import', 'include', 'wxs']);

function isAppCode(name: string): boolean {
  return !name.startsWith('miniprogram_npm/');
}

/** The templates of a component: its own, and those that it imports. */
function templatesOf(nodes: ReadonlyMap<NodeId, AppNode>, component: ComponentNode): TemplateNode[] {
  const found = new Map<NodeId, TemplateNode>();
  const pending: NodeId[] = [nodeId('template', component.name)];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const node = nodes.get(id);
    if (node?.kind !== 'template' || found.has(id)) continue;
    found.set(id, node);
    pending.push(...node.needs);
  }
  return [...found.values()];
}

function checkTags(
  nodes: ReadonlyMap<NodeId, AppNode>,
  component: ComponentNode,
  supported: SupportedNames,
  severity: Diagnostic['severity'],
): Diagnostic[] {
  return templatesOf(nodes, component).flatMap((template) =>
    template.compiled.tags
      .filter(({ name }) => !syntaxTags.has(name) && !component.declaredTags.has(name) && !supported.tags.has(name))
      .map(({ name, line, column }) => {
        const hint = elementTags.has(name)
          ? '这个内置组件在浏览器手机里还没有：换一个，或在 browser/builtin 里补上。'
          : `不认识 <${name}>：在 usingComponents 里写上它的路径，或改对名字。`;
        return { severity, file: template.displayPath, line, column, message: `<${name}> is not supported`, hint };
      }),
  );
}

function checkApis(
  script: ScriptNode,
  supported: SupportedNames,
  severity: Diagnostic['severity'],
  source: string,
): Diagnostic[] {
  const { apis } = supported;
  if (!apis) return [];
  return script.compiled.apis
    .filter((api) => !apis.has(api))
    .map((api) => {
      const offset = source.search(new RegExp(`\\bwx\\s*\\??\\.\\s*${api.replace('.', '\\s*\\??\\.\\s*')}\\b`));
      const position = offset < 0 ? { line: 0, column: 0 } : positionOf(source, offset);
      const hint = '这个接口在浏览器手机里还没有：换一个，或在 browser/wx 里补上。';
      return { severity, file: script.displayPath, ...position, message: `wx.${api} is not supported`, hint };
    });
}

/** @param textOf answers the source of a script, for the position of a finding */
export function checkSupport(
  nodes: ReadonlyMap<NodeId, AppNode>,
  supported: SupportedNames,
  strict: boolean,
  textOf: (name: string) => string,
): Diagnostic[] {
  const severity = strict ? 'error' : 'warning';
  const found: Diagnostic[] = [];
  for (const node of nodes.values()) {
    if (!isAppCode(node.name)) continue;
    if (node.kind === 'component') found.push(...checkTags(nodes, node, supported, severity));
    if (node.kind === 'script') found.push(...checkApis(node, supported, severity, textOf(node.name)));
  }
  return [...new Map(found.map((item) => [JSON.stringify(item), item])).values()];
}
