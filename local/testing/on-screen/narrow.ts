import { isVisible, nameOf, type Fault } from './fault';
import type { Piece } from './pieces';

/** A line of a row's text holds about eight characters of its type: seven, and a part of one. */
const leastCharacters = 7;
/** Their labels are centred beside an icon, and break as the word that they are. */
const buttons = '.button, button, [role=tab]';

/** Whether two boxes stand side by side, and not one below the other. */
function isBeside(one: DOMRect, other: DOMRect): boolean {
  return Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2;
}

/** Whatever shares a row with an element and takes of its width. */
function besides(item: Element, row: Element): Element[] {
  const own = item.getBoundingClientRect();
  return [...row.children].filter((other) => {
    const rect = other.getBoundingClientRect();
    return other !== item && rect.width > 1 && rect.height > 1 && isVisible(other) && isBeside(own, rect);
  });
}

/**
 * The column in which an element's text stands, as part of a row with others beside it; undefined where it has the row
 * for itself, and within a button.
 */
function columnOf(element: Element): Element | undefined {
  if (element.closest(buttons) !== null) return undefined;
  for (let item = element; item.parentElement; item = item.parentElement) {
    if (item.matches('[role=button], [role=radio]')) return undefined;
    const { display, flexDirection } = getComputedStyle(item.parentElement);
    const isRow = display.endsWith('flex') && flexDirection.startsWith('row');
    if (isRow && besides(item, item.parentElement).length > 0) return item;
  }
  return undefined;
}

function innerWidth(element: Element): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return element.getBoundingClientRect().width - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}

/** Texts that break because what stands beside them in their row leaves them a narrow column. */
export function narrowColumns(pieces: readonly Piece[]): Fault[] {
  return pieces.flatMap(({ element, rects, style }) => {
    const lines = new Set(rects.map(({ top }) => Math.round(top))).size;
    if (lines < 2 || element.closest('[aria-hidden=true]') !== null) return [];
    const column = columnOf(element);
    if (column === undefined) return [];
    const characters = innerWidth(column) / Number.parseFloat(style.fontSize);
    if (characters >= leastCharacters) return [];
    return [{ kind: 'narrow column', where: nameOf(element), detail: `${characters.toFixed(1)} characters a line` }];
  });
}
