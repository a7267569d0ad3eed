import { floatingOf, type Box } from './boxes';
import { isVisible, nameOf, type Fault } from './fault';
import type { Piece } from './pieces';

interface Part {
  readonly element: Element;
  readonly rect: DOMRect;
  /** A line of text, or a box of something else that is drawn. */
  readonly isLine: boolean;
}

/** What is drawn beside text: icons, pictures, tags, and whatever can be tapped. */
const drawn = 'img, svg, glyph, wx-image, canvas, .tag, [role=button], [role=radio], [role=checkbox], [role=switch]';

function overlap(one: Part, other: Part): boolean {
  const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
  const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
  // A line's box is a little taller than its letters; a box of something else is drawn up to its edge.
  const tolerancePx = one.isLine && other.isLine ? 0.4 * Math.min(one.rect.height, other.rect.height) : 6;
  return across > 4 && down > tolerancePx;
}

const isWithin = (one: Part, other: Part): boolean =>
  one.element.contains(other.element) || other.element.contains(one.element);

/** Laid over what it belongs to, as the cross on a picture is. */
function isLaidOver(element: Element, frame: Element): boolean {
  for (let box: Element | null = element; box && box !== frame; box = box.parentElement)
    if (getComputedStyle(box).position === 'absolute') return true;
  return false;
}

function faultOf(one: Part, other: Part, frame: Element): Fault[] {
  if (isWithin(one, other) || !overlap(one, other)) return [];
  const isBesideText = !one.isLine || !other.isLine;
  if (isBesideText && (isLaidOver(one.element, frame) || isLaidOver(other.element, frame))) return [];
  const kind = isBesideText ? 'on top of something else' : 'on top of each other';
  return [{ kind, where: `${nameOf(one.element)} and ${nameOf(other.element)}` }];
}

/** Every line of text, and every box that is drawn beside it, the highest first. */
function partsOf(boxes: readonly Box[], pieces: readonly Piece[]): Part[] {
  const floating = floatingOf(boxes);
  const rests = (element: Element): boolean => !floating.some((bar) => bar.contains(element));
  // What only decorates may be turned, and then its lines' boxes cross.
  const lines = pieces
    .filter(({ element }) => !element.closest('[aria-hidden=true]') && rests(element))
    .flatMap(({ element, rects }) => rects.map((rect) => ({ element, rect, isLine: true })));
  const others = boxes
    .filter(({ element }) => element.matches(drawn) && isVisible(element) && rests(element))
    .map(({ element }) => ({ element, rect: element.getBoundingClientRect(), isLine: false }))
    .filter(({ rect }) => rect.width > 1 && rect.height > 1);
  return [...lines, ...others].sort((one, other) => one.rect.top - other.rect.top);
}

/** Lines, icons, pictures, tags and buttons that stand on top of each other. */
export function overlapping(frame: Element, boxes: readonly Box[], pieces: readonly Piece[]): Fault[] {
  const parts = partsOf(boxes, pieces);
  const found: Fault[] = [];
  for (const [index, one] of parts.entries()) {
    for (const other of parts.slice(index + 1)) {
      if (other.rect.top >= one.rect.bottom) break;
      if (one.element !== other.element) found.push(...faultOf(one, other, frame));
    }
  }
  return found;
}

/** What can be pushed sideways without being made for it. */
export function sidewaysScrolling(boxes: readonly Box[]): Fault[] {
  return boxes.flatMap(({ element, style }) => {
    const isPage = element.matches('.page-view');
    if ((!isPage && !/auto|scroll/.test(style.overflowX)) || element.matches('wx-scroll-view, textarea')) return [];
    const hidden = element.scrollWidth - element.clientWidth;
    return hidden > 1 ? [{ kind: 'scrolls sideways', where: nameOf(element), detail: `${hidden} px` }] : [];
  });
}

/** Bars that keep their place may leave no less than half of the page; a sheet covers it on purpose. */
export function wideBars(frame: Element, boxes: readonly Box[]): Fault[] {
  if ([...frame.querySelectorAll('[role=dialog]')].some((dialog) => dialog.checkVisibility())) return [];
  const view = frame.getBoundingClientRect();
  const bars = floatingOf(boxes).filter((bar) => bar.checkVisibility());
  const covered = bars.reduce((sum, bar) => {
    const { top, bottom, width } = bar.getBoundingClientRect();
    const down = Math.min(bottom, view.bottom) - Math.max(top, view.top);
    return width > view.width / 2 && down > 0 ? sum + down : sum;
  }, 0);
  if (covered <= view.height / 2) return [];
  const share = Math.round((100 * covered) / view.height);
  return [{ kind: 'bars cover the page', where: bars.map(nameOf).join(', '), detail: `${share} %` }];
}
