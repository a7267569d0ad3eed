import type { Host } from '../../host';
import { keepFocusInside } from './focus-stops';

/** A window over the whole phone, with the keyboard's focus inside it until it is closed. */
export interface Layer {
  readonly element: HTMLElement;
  close(): void;
}

export interface LayerOptions {
  readonly className: string;
  /** The name that a screen reader reads when it opens. */
  readonly label: string;
  /** Called by Escape and by a tap beside it; without it neither closes the layer. */
  readonly dismiss?: () => void;
}

function watchLayerKeys(mask: HTMLElement, box: HTMLElement, dismiss: (() => void) | undefined): void {
  mask.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') keepFocusInside(box, event);
    if (event.key === 'Escape' && dismiss !== undefined) {
      event.stopPropagation();
      dismiss();
    }
  });
}

/**
 * A tap opens a layer when the finger is lifted; the browser's own click of that finger (a ghost click) follows and may
 * hit what was just opened. Only a click whose finger came down inside the layer counts.
 */
function ignoreGhostClicks(mask: HTMLElement): void {
  let pressed = false;
  mask.addEventListener('pointerdown', () => (pressed = true), { capture: true });
  const refuse = (event: MouseEvent): void => {
    const isGhost = event.isTrusted && event.detail > 0 && !pressed;
    if (!isGhost) return;
    event.preventDefault();
    event.stopPropagation();
  };
  mask.addEventListener('mousedown', refuse, { capture: true });
  mask.addEventListener('click', refuse, { capture: true });
}

/** Opens a modal layer in the host's overlay; the caller fills `element` and then calls {@link focusFirst}. */
export function openLayer(host: Host, { className, label, dismiss }: LayerOptions): Layer {
  const before = document.activeElement;
  const mask = document.createElement('div');
  mask.className = 'wx-mask';
  const box = document.createElement('div');
  box.className = className;
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-modal', 'true');
  box.setAttribute('aria-label', label);
  box.tabIndex = -1;
  mask.append(box);
  ignoreGhostClicks(mask);
  watchLayerKeys(mask, box, dismiss);
  mask.addEventListener('click', (event) => {
    if (event.target === mask) dismiss?.();
  });
  host.overlay.append(mask);
  return {
    element: box,
    close: () => {
      mask.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
  };
}

export function focusFirst(layer: Layer, preferred?: HTMLElement): void {
  (preferred ?? layer.element).focus({ preventScroll: true });
}

/** Appends a child element with text. */
export function addChild<Tag extends keyof HTMLElementTagNameMap>(
  parent: HTMLElement,
  tag: Tag,
  className: string,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const child = document.createElement(tag);
  child.className = className;
  if (text !== '') child.textContent = text;
  parent.append(child);
  return child;
}

export function addButton(
  parent: HTMLElement,
  className: string,
  text: string,
  onClick: () => void,
): HTMLButtonElement {
  const button = addChild(parent, 'button', className, text);
  button.type = 'button';
  button.addEventListener('click', onClick);
  return button;
}
