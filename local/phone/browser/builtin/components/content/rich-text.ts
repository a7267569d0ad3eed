import type { Part, PartDefinition } from '../../support/part';
import { scopedClasses } from '../../platform/node-style';
import { asBag, asList, asText, isBag } from '../../support/values';

/** Elements that rich-text shows, with the attributes each may have beside class and style (小程序 rich-text). Everything else is dropped. */
const trusted: Readonly<Record<string, readonly string[]>> = {
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

/** An address that a picture may have: nothing that runs. */
const safeSource = (source: string): boolean => !/^\s*(javascript|vbscript|data:text)/i.test(source);

/** Classes are those of the page, addresses those of the app, lengths may be in rpx. */
function rewrite(part: Part, key: string, value: string): string {
  if (key === 'class') return scopedClasses(part.component, value);
  return key === 'src'
    ? part.host.assetUrl(value, part.component)
    : key === 'style'
      ? part.host.cssValue(value)
      : value;
}

function build(part: Part, name: string, attribute: (name: string) => string): HTMLElement | undefined {
  const allowed = trusted[name];
  if (allowed === undefined) return undefined;
  const element = document.createElement(name);
  for (const key of ['class', 'style', ...allowed]) {
    const value = attribute(key);
    if (value === '' || (key === 'src' && !safeSource(value))) continue;
    element.setAttribute(key, rewrite(part, key, value));
  }
  if (name === 'img' && !element.hasAttribute('alt')) element.setAttribute('alt', '');
  return element;
}

function fromNodes(part: Part, nodes: readonly unknown[]): Node[] {
  return nodes.filter(isBag).flatMap((node): Node[] => {
    if (node['type'] === 'text') return [document.createTextNode(decode(asText(node['text'])))];
    const attributes = asBag(node['attrs']);
    const element = build(part, asText(node['name']).toLowerCase(), (key) => asText(attributes[key]));
    element?.append(...fromNodes(part, asList(node['children'])));
    return element === undefined ? [] : [element];
  });
}

function fromMarkup(part: Part, nodes: Iterable<Node>): Node[] {
  return [...nodes].flatMap((node): Node[] => {
    if (node instanceof Text) return [document.createTextNode(node.data)];
    if (!(node instanceof HTMLElement)) return [];
    const element = build(part, node.tagName.toLowerCase(), (key) => node.getAttribute(key) ?? '');
    element?.append(...fromMarkup(part, node.childNodes));
    return element === undefined ? [] : [element];
  });
}

const wideSpaces: Readonly<Record<string, string>> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' };

function content(part: Part): Node[] {
  const nodes = part.value('nodes');
  if (typeof nodes !== 'string') return fromNodes(part, asList(nodes));
  const wide = wideSpaces[part.text('space')];
  const markup = new DOMParser().parseFromString(nodes, 'text/html').body;
  const made = fromMarkup(part, markup.childNodes);
  if (wide !== undefined) made.forEach((node) => spread(node, wide));
  return made;
}

function spread(root: Node, wide: string): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
    if (node instanceof Text) node.data = node.data.replaceAll(' ', wide);
  }
}

export const richText: PartDefinition = {
  tag: 'rich-text',
  attributes: { nodes: null, space: '', userSelect: false, mode: 'default' },
  create(part) {
    const box = part.append('div', 'wx-rich-text');
    const draw = (): void => box.replaceChildren(...content(part));
    return {
      changed: {
        nodes: draw,
        space: draw,
        userSelect: () => part.element.toggleAttribute('user-select', part.flag('userSelect')),
      },
    };
  },
};
