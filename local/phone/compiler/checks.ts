/** Finds what a page uses and this phone does not have, before anybody opens the page. */
import type { Diagnostic } from './diagnostic';
import { positionOf } from './diagnostic';
import { ELEMENT_TAGS } from './template/element-tags';
import { nodeId, type NodeId } from './graph';
import type { AppNode, ComponentNode, ScriptNode, TemplateNode } from './nodes';

export interface Supported {
  /** names of the built-in components that are there */
  tags: ReadonlySet<string>;
  /** names on `wx` that are there: `showToast`, `cloud.callFunction`; undefined: not checked */
  apis: ReadonlySet<string> | undefined;
}

const SYNTAX_TAGS = new Set(['block', 'slot', 'template', 'import', 'include', 'wxs']);

function isOwn(name: string): boolean {
  return !name.startsWith('miniprogram_npm/');
}

/** The templates that draw a component: its own and what that one imports. */
function templatesOf(nodes: ReadonlyMap<NodeId, AppNode>, component: ComponentNode): TemplateNode[] {
  const found = new Map<NodeId, TemplateNode>();
  const waiting: NodeId[] = [nodeId('template', component.name)];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = nodes.get(id);
    if (node?.kind !== 'template' || found.has(id)) continue;
    found.set(id, node);
    waiting.push(...node.needs);
  }
  return [...found.values()];
}

function checkTags(
  nodes: ReadonlyMap<NodeId, AppNode>,
  component: ComponentNode,
  supported: Supported,
  severity: Diagnostic['severity'],
): Diagnostic[] {
  return templatesOf(nodes, component).flatMap((template) =>
    template.compiled.tags
      .filter(({ name }) => !SYNTAX_TAGS.has(name) && !component.knownTags.has(name) && !supported.tags.has(name))
      .map(({ name, line, column }) => {
        const hint = ELEMENT_TAGS.has(name)
          ? '这个内置组件在浏览器手机里还没有：换一个，或在 local/phone/browser/builtin 里补上。'
          : `不认识 <${name}>：在 usingComponents 里写上它的路径，或改对名字。`;
        return { severity, file: template.shownFile, line, column, message: `<${name}> is not there`, hint };
      }),
  );
}

function checkApis(
  script: ScriptNode,
  supported: Supported,
  severity: Diagnostic['severity'],
  source: string,
): Diagnostic[] {
  const { apis } = supported;
  if (!apis) return [];
  return script.compiled.apis
    .filter((api) => !apis.has(api))
    .map((api) => {
      const offset = source.search(new RegExp(`\\bwx\\s*\\??\\.\\s*${api.replace('.', '\\s*\\??\\.\\s*')}\\b`));
      const place = offset < 0 ? { line: 0, column: 0 } : positionOf(source, offset);
      const hint = '这个接口在浏览器手机里还没有：换一个，或在 local/phone/browser/wx 里补上。';
      return { severity, file: script.shownFile, ...place, message: `wx.${api} is not there`, hint };
    });
}

/** @param textOf source of a script, to point into it */
export function checkSupport(
  nodes: ReadonlyMap<NodeId, AppNode>,
  supported: Supported,
  strict: boolean,
  textOf: (name: string) => string,
): Diagnostic[] {
  const severity = strict ? 'error' : 'warning';
  const found: Diagnostic[] = [];
  for (const node of nodes.values()) {
    if (!isOwn(node.name)) continue;
    if (node.kind === 'component') found.push(...checkTags(nodes, node, supported, severity));
    if (node.kind === 'script') found.push(...checkApis(node, supported, severity, textOf(node.name)));
  }
  return [...new Map(found.map((item) => [JSON.stringify(item), item])).values()];
}
