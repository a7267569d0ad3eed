/** Where the window of the page that holds an element begins in the document: WeChat counts all coordinates of a page from there. */
export function originOf(node: EventTarget | null): { left: number; top: number } {
  const frame = node instanceof Element ? node.closest('.page-frame') : null;
  return frame ? frame.getBoundingClientRect() : { left: 0, top: 0 };
}
