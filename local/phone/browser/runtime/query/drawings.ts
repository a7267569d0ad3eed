import type { GeneralComponent } from '../../host';
import { glassEasel } from '../platform/engine';

/** What one page or component has drawn of its own template. */
export interface Drawing {
  /** The path of its files, as `pages/a/a`. */
  readonly file: string;
  readonly data: Record<string, unknown>;
  /** Its own texts in the template's order, with what it sends into slots, without what other components draw. */
  readonly text: string;
}

type Node = glassEasel.Node;

function visit(node: Node, drawings: Drawing[]): string {
  if (glassEasel.TextNode.isTextNode(node)) return node.textContent;
  if (glassEasel.Component.isComponent(node)) drawComponent(node, drawings);
  return glassEasel.Element.isElement(node) ? textsOf(node.childNodes, drawings) : '';
}

function textsOf(nodes: readonly Node[], drawings: Drawing[]): string {
  return nodes.map((node) => visit(node, drawings)).join('');
}

function drawComponent(component: GeneralComponent, drawings: Drawing[]): void {
  const { shadowRoot } = component;
  if (component.is.startsWith('wx-builtin/') || !glassEasel.ShadowRoot.isShadowRoot(shadowRoot)) return;
  const text = textsOf(shadowRoot.childNodes, drawings);
  drawings.push({ file: component.is.replace(/^\//, ''), data: { ...component.data }, text });
}

/** The drawings of a page and of every component in it, built-in ones left out. */
export function drawingsOf(page: GeneralComponent): Drawing[] {
  const drawings: Drawing[] = [];
  drawComponent(page, drawings);
  return drawings;
}
