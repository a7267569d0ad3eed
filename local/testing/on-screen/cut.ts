import type { Box } from './boxes';
import { isVisible, nameOf, type Fault } from './fault';
import type { Piece } from './pieces';

/** What an element hides of what stands in it. */
interface Opening {
  readonly across: boolean;
  readonly down: boolean;
  readonly bounds: DOMRect;
}

const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
/** A line's box is a little taller than its letters. */
const downTolerancePx = 6;
const acrossTolerancePx = 1;
const pictures = 'img, svg, glyph, wx-image, canvas';

/** Remembers what each box hides, because many texts stand in the same boxes. */
function boxReader(): (element: Element) => Opening {
  const known = new Map<Element, Opening>();
  return (element) => {
    const found = known.get(element);
    if (found) return found;
    const { overflowX, overflowY } = getComputedStyle(element);
    const box = { across: hides(overflowX), down: hides(overflowY), bounds: element.getBoundingClientRect() };
    known.set(element, box);
    return box;
  };
}

function cutBy({ across, down, bounds }: Opening, rect: DOMRect): boolean {
  return (
    (across && (rect.left < bounds.left - acrossTolerancePx || rect.right > bounds.right + acrossTolerancePx)) ||
    (down && (rect.top < bounds.top - downTolerancePx || rect.bottom > bounds.bottom + downTolerancePx))
  );
}

/** True in a row that is made to be pushed sideways. */
function isPushedSideways(element: Element, frame: Element): boolean {
  for (let box: Element | null = element; box && box !== frame; box = box.parentElement)
    if (box.matches('wx-scroll-view, wx-swiper, .page-view + *')) return true;
  return false;
}

function cutPiece(
  element: Element,
  rects: readonly DOMRect[],
  frame: Element,
  read: (box: Element) => Opening,
): Fault[] {
  for (let box: Element | null = element; box && box !== frame; box = box.parentElement)
    if (rects.some((rect) => cutBy(read(box), rect)))
      return [{ kind: 'cut off', where: nameOf(element), detail: `by ${box.localName}.${box.className}` }];
  return [];
}

const isBeside = (rect: DOMRect, width: number): boolean => rect.left < -0.5 || rect.right > width + 0.5;

/** Texts and pictures of which a part cannot be seen: hidden by a box, or beside the screen. */
export function cutOff(frame: Element, pieces: readonly Piece[]): Fault[] {
  const read = boxReader();
  const { left, width } = frame.getBoundingClientRect();
  const drawn = [...frame.querySelectorAll(pictures)].filter(isVisible);
  const all = [
    ...pieces.map(({ element, rects }) => ({ element, rects })),
    ...drawn.map((element) => ({ element, rects: [element.getBoundingClientRect()] })),
  ];
  return all.flatMap(({ element, rects }) => {
    const shifted = rects.map((rect) => new DOMRect(rect.left - left, rect.top, rect.width, rect.height));
    if (shifted.some((rect) => isBeside(rect, width)) && !isPushedSideways(element, frame))
      return [{ kind: 'beside the screen', where: nameOf(element) }];
    return cutPiece(element, rects, frame, read);
  });
}

/** Lines that end in three dots. */
export function shortened(boxes: readonly Box[]): Fault[] {
  return boxes.flatMap(({ element, style: { textOverflow, webkitLineClamp } }) => {
    const isClamped = webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight + 1;
    const isShortened = textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
    if ((!isClamped && !isShortened) || !isVisible(element)) return [];
    return [{ kind: 'shortened', where: nameOf(element) }];
  });
}

/** The size that a field's placeholder would take if it could. */
function placeholderSize(field: HTMLInputElement | HTMLTextAreaElement): { width: number; height: number } {
  const { font, letterSpacing, lineHeight, paddingLeft, paddingRight } = getComputedStyle(field);
  const copy = document.createElement('div');
  const isLine = field instanceof HTMLInputElement;
  const width = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  const wrapping = isLine ? 'white-space:nowrap' : `white-space:pre-wrap;width:${width}px`;
  copy.style.cssText = `position:fixed;left:0;top:0;visibility:hidden;word-break:break-word;${wrapping}`;
  Object.assign(copy.style, { font, letterSpacing, lineHeight });
  copy.textContent = field.placeholder;
  document.body.append(copy);
  const size = copy.getBoundingClientRect();
  copy.remove();
  return { width: size.width - width, height: size.height - field.clientHeight };
}

/** Hints in empty fields that do not fit. */
export function cutPlaceholders(frame: Element): Fault[] {
  const fields = [...frame.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
  return fields.flatMap((field) => {
    if (field.placeholder === '' || field.value !== '' || field.clientWidth === 0 || !isVisible(field)) return [];
    const { width, height } = placeholderSize(field);
    return width > 1 || height > 1 ? [{ kind: 'placeholder cut', where: nameOf(field) }] : [];
  });
}
