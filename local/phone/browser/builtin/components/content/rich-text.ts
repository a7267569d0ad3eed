import type { Builtin, BuiltinDefinition } from '../../support/builtin';
import { scopedClasses } from '../../platform/node-style';
import { asRecord, asList, asText, isRecord } from '../../support/values';

/**
 * The elements that rich-text shows, with the attributes that each may have beside class and style. Everything else is
 * removed.
 */
const allowedElements: Readonly<Record<string, readonly string[]>> = {
  a: [],
  abbr: [],
  address: [],
  article: [],
  aside: [],
  b: [],
  bdi: [],
  bdo: ['dir'],
  big: [],
  blockquote: [],
  br: [],
  caption: [],
  center: [],
  cite: [],
  code: [],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  dd: [],
  del: [],
  div: [],
  dl: [],
  dt: [],
  em: [],
  fieldset: [],
  font: [],
  footer: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  header: [],
  hr: [],
  i: [],
  img: ['alt', 'src', 'height', 'width'],
  ins: [],
  label: [],
  legend: [],
  li: [],
  mark: [],
  nav: [],
  ol: ['start', 'type'],
  p: [],
  pre: [],
  q: [],
  rt: [],
  ruby: [],
  s: [],
  section: [],
  small: [],
  span: [],
  strong: [],
  sub: [],
  sup: [],
  table: ['width'],
  tbody: [],
  td: ['colspan', 'height', 'rowspan', 'width'],
  tfoot: [],
  th: ['colspan', 'height', 'rowspan', 'width'],
  thead: [],
  tr: ['colspan', 'height', 'rowspan', 'width'],
  tt: [],
  u: [],
  ul: [],
};

const decode = (text: string): string =>
  new DOMParser().parseFromString(text.replaceAll('<', '&lt;'), 'text/html').documentElement.textContent ?? '';

/** True for an address that a picture may have: none that is run as a script. */
const isSafeSource = (source: string): boolean => !/^\s*(javascript|vbscript|data:text)/i.test(source);

/** Translates an attribute: classes to those of the page, addresses to those of the app, rpx to CSS lengths. */
function translate(builtin: Builtin, key: string, value: string): string {
  if (key === 'class') return scopedClasses(builtin.component, value);
  return key === 'src'
    ? builtin.host.assetUrl(value, builtin.component)
    : key === 'style'
      ? builtin.host.cssValue(value)
      : value;
}

function build(builtin: Builtin, name: string, attribute: (name: string) => string): HTMLElement | undefined {
  const attributeNames = allowedElements[name];
  if (attributeNames === undefined) return undefined;
  const element = document.createElement(name);
  for (const key of ['class', 'style', ...attributeNames]) {
    const value = attribute(key);
    if (value === '' || (key === 'src' && !isSafeSource(value))) continue;
    element.setAttribute(key, translate(builtin, key, value));
  }
  if (name === 'img' && !element.hasAttribute('alt')) element.setAttribute('alt', '');
  return element;
}

function fromNodes(builtin: Builtin, nodes: readonly unknown[]): Node[] {
  return nodes.filter(isRecord).flatMap((node): Node[] => {
    if (node['type'] === 'text') return [document.createTextNode(decode(asText(node['text'])))];
    const attributes = asRecord(node['attrs']);
    const element = build(builtin, asText(node['name']).toLowerCase(), (key) => asText(attributes[key]));
    element?.append(...fromNodes(builtin, asList(node['children'])));
    return element === undefined ? [] : [element];
  });
}

function fromMarkup(builtin: Builtin, nodes: Iterable<Node>): Node[] {
  return [...nodes].flatMap((node): Node[] => {
    if (node instanceof Text) return [document.createTextNode(node.data)];
    if (!(node instanceof HTMLElement)) return [];
    const element = build(builtin, node.tagName.toLowerCase(), (key) => node.getAttribute(key) ?? '');
    element?.append(...fromMarkup(builtin, node.childNodes));
    return element === undefined ? [] : [element];
  });
}

const wideSpaces: Readonly<Record<string, string>> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' };

function createContent(builtin: Builtin): Node[] {
  const nodes = builtin.value('nodes');
  if (typeof nodes !== 'string') return fromNodes(builtin, asList(nodes));
  const wideSpace = wideSpaces[builtin.text('space')];
  const markup = new DOMParser().parseFromString(nodes, 'text/html').body;
  const content = fromMarkup(builtin, markup.childNodes);
  if (wideSpace !== undefined) content.forEach((node) => replaceSpaces(node, wideSpace));
  return content;
}

function replaceSpaces(root: Node, wideSpace: string): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
    if (node instanceof Text) node.data = node.data.replaceAll(' ', wideSpace);
  }
}

export const richText: BuiltinDefinition = {
  tag: 'rich-text',
  attributes: { nodes: null, space: '', userSelect: false, mode: 'default' },
  create(builtin) {
    const box = builtin.append('div', 'wx-rich-text');
    const render = (): void => box.replaceChildren(...createContent(builtin));
    return {
      changed: {
        nodes: render,
        space: render,
        userSelect: () => builtin.element.toggleAttribute('user-select', builtin.flag('userSelect')),
      },
    };
  },
};
