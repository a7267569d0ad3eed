import { floatingOf, type Box } from './boxes';
import { nameOf, type Fault } from './fault';
import type { Piece } from './pieces';

interface Line {
  readonly element: Element;
  readonly rect: DOMRect;
}

function overlap(one: Line, other: Line): boolean {
  const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
  const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
  return across > 4 && down > 0.4 * Math.min(one.rect.height, other.rect.height);
}

/** Lines that stand on top of each other. What only decorates may be turned, and then its lines' boxes cross. */
export function overlapping(boxes: readonly Box[], pieces: readonly Piece[]): Fault[] {
  const floating = floatingOf(boxes);
  const resting = pieces
    .filter(({ element }) => !element.closest('[aria-hidden=true]') && !floating.some((bar) => bar.contains(element)))
    .flatMap(({ element, rects }) => rects.map((rect) => ({ element, rect })))
    .sort((one, other) => one.rect.top - other.rect.top);
  const found: Fault[] = [];
  for (const [index, one] of resting.entries()) {
    for (const other of resting.slice(index + 1)) {
      if (other.rect.top >= one.rect.bottom) break;
      if (one.element !== other.element && overlap(one, other))
        found.push({ kind: 'on top of each other', where: `${nameOf(one.element)} and ${nameOf(other.element)}` });
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
