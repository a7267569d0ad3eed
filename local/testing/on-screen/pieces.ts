import { isVisible } from './fault';

/** A text node that is drawn, with a box for each of its lines. */
export interface Piece {
  readonly element: Element;
  readonly node: Text;
  readonly text: string;
  readonly rects: readonly DOMRect[];
  readonly style: CSSStyleDeclaration;
}

/** The page on top, of those that the phone holds. */
export function topFrame(): Element | undefined {
  const pages = document.querySelector('.phone-pages');
  return [...(pages?.children ?? [])].reverse().find((child) => child.getClientRects().length > 0);
}

function rectsOf(node: Text): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1);
}

/** Every text that is drawn in the frame. */
export function piecesOf(frame: Element): Piece[] {
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent ?? '';
    if (!(node instanceof Text) || !element || text.trim() === '' || !isVisible(element)) continue;
    const rects = rectsOf(node);
    if (rects.length > 0) pieces.push({ element, node, text, rects, style: getComputedStyle(element) });
  }
  return pieces;
}

/** The characters of a piece, line by line. */
export function linesOf({ node, text }: Piece): string[] {
  const range = document.createRange();
  const lines: { top: number; text: string }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const rect = range.getClientRects()[0];
    if (!rect || rect.width === 0) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.top - rect.top) < rect.height / 2) line.text += text[at];
    else lines.push({ top: rect.top, text: text[at] ?? '' });
  }
  return lines.map((line) => line.text);
}
