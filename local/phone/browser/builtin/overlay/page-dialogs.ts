/**
 * Dialogs that a page draws itself (`aria-role="dialog" aria-modal="true"`): while one is in sight, the keyboard stays
 * in it, and where it closes, goes back to where it was. How it closes is the page's own business.
 */
import { keepFocusInside } from './focus-stops';

const modal = '[role="dialog"][aria-modal="true"]';

function openDialog(screen: HTMLElement): HTMLElement | undefined {
  return [...screen.querySelectorAll<HTMLElement>(modal)].reverse().find((one) => one.checkVisibility());
}

const canHaveFocus = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element !== document.body && element.isConnected && element.checkVisibility();

/** Where the keyboard was before each dialog that is in sight. */
class DialogFocus {
  #dialog: HTMLElement | undefined;
  #before: Element | null = null;

  constructor(private readonly screen: HTMLElement) {}

  /** Notices what was opened or closed. */
  update(): void {
    const dialog = openDialog(this.screen);
    if (dialog === this.#dialog) return;
    if (dialog === undefined) this.#leave();
    else this.#enter(dialog);
    this.#dialog = dialog;
  }

  press(event: KeyboardEvent): void {
    const dialog = this.#dialog;
    if (event.key !== 'Tab' || event.defaultPrevented || !dialog?.checkVisibility()) return;
    // A window of WeChat's own over the dialog has keys of its own.
    const inFront = document.activeElement?.closest(modal) ?? dialog;
    if (inFront === dialog) keepFocusInside(dialog, event);
  }

  /** A dialog that takes another's place gives back to where the first was opened. */
  #enter(dialog: HTMLElement): void {
    const here = document.activeElement;
    if (this.#dialog === undefined) this.#before = here;
    if (dialog.contains(here)) return;
    if (!dialog.hasAttribute('tabindex')) dialog.tabIndex = -1;
    dialog.focus({ preventScroll: true });
  }

  #leave(): void {
    const before = this.#before;
    this.#before = null;
    const here = document.activeElement;
    const isElsewhere = canHaveFocus(here) && here !== this.#dialog;
    if (!isElsewhere && canHaveFocus(before)) before.focus({ preventScroll: true });
  }
}

export function watchPageDialogs(screen: HTMLElement): void {
  const focus = new DialogFocus(screen);
  const attributeFilter = ['role', 'aria-modal', 'hidden', 'style', 'class'];
  new MutationObserver(() => focus.update()).observe(screen, { childList: true, subtree: true, attributeFilter });
  document.addEventListener('keydown', (event) => focus.press(event));
}
