import type { Host } from '../../host';
import { addChild } from './layer';

export interface ToastOptions {
  readonly title: string;
  readonly icon: string;
  /** The address of an own icon; '' for none. */
  readonly image: string;
  /** 0: until it is hidden. */
  readonly durationMs: number;
  /** Taps do not reach what is below. */
  readonly mask: boolean;
}

/** What is shown now: WeChat shows one at a time, and a later one replaces it. */
let current:
  { element: HTMLElement; kind: 'toast' | 'loading'; timer: ReturnType<typeof setTimeout> | undefined } | undefined;

const iconClasses: Readonly<Record<string, string>> = {
  success: 'wx-toast-success',
  error: 'wx-toast-error',
  loading: 'wx-toast-loading',
};

export function hideToast(kind?: 'toast' | 'loading'): void {
  if (current === undefined || (kind !== undefined && current.kind !== kind)) return;
  clearTimeout(current.timer);
  current.element.remove();
  current = undefined;
}

function drawIcon(box: HTMLElement, { icon, image }: ToastOptions): void {
  if (image !== '') {
    const picture = addChild(box, 'img', 'wx-toast-image');
    picture.src = image;
    picture.alt = '';
    return;
  }
  const iconClass = iconClasses[icon];
  if (iconClass !== undefined) addChild(box, 'div', `wx-toast-icon ${iconClass}`);
}

export function showToast(host: Host, kind: 'toast' | 'loading', options: ToastOptions): void {
  hideToast();
  const element = document.createElement('div');
  element.className = options.mask ? 'wx-toast-layer wx-toast-layer-mask' : 'wx-toast-layer';
  const box = addChild(
    element,
    'div',
    options.icon === 'none' && options.image === '' ? 'wx-toast wx-toast-plain' : 'wx-toast',
  );
  box.setAttribute('role', 'status');
  drawIcon(box, options);
  host.overlay.append(element);
  // a screen reader announces a change of a status, so the text is added after the element
  addChild(box, 'div', 'wx-toast-title', options.title);
  const timer = options.durationMs > 0 ? setTimeout(() => hideToast(), options.durationMs) : undefined;
  current = { element, kind, timer };
}
