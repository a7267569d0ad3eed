import type { Host } from '../../host';
import { addChild } from './layer';

export interface ToastOptions {
  title: string;
  icon: string;
  /** address of an own icon, '' for none */
  image: string;
  /** 0 keeps it until it is hidden */
  durationMs: number;
  /** keeps taps from what is beneath */
  mask: boolean;
}

/** What is shown now: WeChat has one place for toast and loading, the later one takes it. */
let shown:
  { element: HTMLElement; kind: 'toast' | 'loading'; timer: ReturnType<typeof setTimeout> | undefined } | undefined;

const marks: Readonly<Record<string, string>> = {
  success: 'wx-toast-success',
  error: 'wx-toast-error',
  loading: 'wx-toast-loading',
};

export function hideToast(kind?: 'toast' | 'loading'): void {
  if (shown === undefined || (kind !== undefined && shown.kind !== kind)) return;
  clearTimeout(shown.timer);
  shown.element.remove();
  shown = undefined;
}

function drawIcon(box: HTMLElement, { icon, image }: ToastOptions): void {
  if (image !== '') {
    const picture = addChild(box, 'img', 'wx-toast-image');
    picture.src = image;
    picture.alt = '';
    return;
  }
  const mark = marks[icon];
  if (mark !== undefined) addChild(box, 'div', `wx-toast-icon ${mark}`);
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
  // read out when it changes, so the text arrives after the element
  addChild(box, 'div', 'wx-toast-title', options.title);
  const timer = options.durationMs > 0 ? setTimeout(() => hideToast(), options.durationMs) : undefined;
  shown = { element, kind, timer };
}
