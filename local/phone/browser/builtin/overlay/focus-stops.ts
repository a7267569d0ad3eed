/** What the keyboard stops at inside a window. */
const focusable =
  'button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select, a[href], [tabindex="0"]';

function stopsOf(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>(focusable)].filter((stop) => stop.checkVisibility());
}

/** Moves the focus from the last element to the first and back, and into the box from wherever else it was. */
export function keepFocusInside(box: HTMLElement, event: KeyboardEvent): void {
  const stops = stopsOf(box);
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (first === undefined || last === undefined) return event.preventDefault();
  const here = document.activeElement;
  const isOutside = here === null || !box.contains(here) || here === box;
  const isAtEnd = here === (event.shiftKey ? first : last);
  if (!isOutside && !isAtEnd) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
