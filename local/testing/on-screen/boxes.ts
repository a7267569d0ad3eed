import { isDrawnByMap } from './fault';

/** An element with its style, read once for all checks: reading it is most of what they cost. */
export interface Box {
  readonly element: Element;
  readonly style: CSSStyleDeclaration;
}

export function boxesOf(frame: Element): Box[] {
  return [...frame.querySelectorAll('*')]
    .filter((element) => !isDrawnByMap(element))
    .map((element) => ({ element, style: getComputedStyle(element) }));
}

/** What keeps its place while the page scrolls beneath it. */
export function floatingOf(boxes: readonly Box[]): Element[] {
  return boxes
    .filter(({ style: { position } }) => position === 'fixed' || position === 'sticky')
    .map(({ element }) => element);
}
