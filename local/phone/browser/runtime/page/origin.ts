/**
 * The origin, in the document, of the window of an element's page: WeChat counts all coordinates of a page from there.
 */
export function pageOriginOf(node: EventTarget | null): { left: number; top: number } {
  const frame = node instanceof Element ? node.closest('.page-frame') : null;
  return frame ? frame.getBoundingClientRect() : { left: 0, top: 0 };
}
