/** One thing that is wrong on the screen, told so that the same fault has the same words wherever it is met. */
export interface Fault {
  /** What is wrong: `word broken`, `cut off`, … */
  readonly kind: string;
  /** The element that it is wrong with: its tag and the beginning of its text, figures left out. */
  readonly where: string;
  /** What helps to find it: sizes, the box that cuts. Not part of what it is told by. */
  readonly detail?: string;
}

const textLimit = 24;

/** Tag and text of an element. Figures are left out, because those of clocks and counters differ from run to run. */
export function nameOf(element: Element): string {
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const told = text === '' ? (element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? '') : text;
  if (element === element.ownerDocument.documentElement) return element.localName;
  return `${element.localName} “${told.replace(/\d+/g, '#').slice(0, textLimit)}”`;
}

/**
 * Whether WeChat's own map draws it: its pins and names lie where the places lie, as large as the map has them, and a
 * page shows the same in a list.
 */
export function isDrawnByMap(element: Element): boolean {
  return element.closest('wx-map') !== null;
}

/** True when nothing hides the element: display, visibility or opacity, its own or an ancestor's. */
export function isVisible(element: Element): boolean {
  return element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !isDrawnByMap(element);
}
