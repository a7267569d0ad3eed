/** The phone inside the frame: a document of its own, so that the panel stays while the phone restarts. */
import { element } from './elements';

interface PhoneSettings {
  readonly openid: string;
  readonly fontScale: number;
  readonly network: string;
  readonly device: 'phone' | 'computer';
}

const storageKey = 'phone:settings';
const defaults: PhoneSettings = { openid: '', fontScale: 1, network: 'on', device: 'phone' };

/** The settings that this window has stored for the phone; both documents share them. */
export function readSettings(): PhoneSettings {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}');
    return { ...defaults, ...Object(stored) };
  } catch {
    return defaults;
  }
}

function writeSettings(change: Partial<PhoneSettings>): void {
  sessionStorage.setItem(storageKey, JSON.stringify({ ...readSettings(), ...change }));
}

export type PhoneMessage = 'route' | 'request';

export class PhoneWindow {
  readonly frame = element('iframe', { title: '手机', allow: 'camera; clipboard-write' });
  path: string;
  readonly #onMessage: (message: PhoneMessage) => void;

  /** @param onMessage called when the phone opened a page or sent a request to the cloud */
  constructor(onMessage: (message: PhoneMessage) => void) {
    const address = new URLSearchParams(window.location.search);
    this.#onMessage = onMessage;
    this.path = address.get('page') ?? '';
    const as = address.get('as');
    if (as !== null) writeSettings({ openid: as });
    window.addEventListener('message', (event) => {
      this.#receive(event);
    });
  }

  get openid(): string {
    return readSettings().openid;
  }

  #receive(event: MessageEvent): void {
    if (event.source !== this.frame.contentWindow) return;
    const message: Record<string, unknown> = { ...Object(event.data) };
    if (message['phone'] === 'route') {
      this.path = String(message['path']);
      this.#updateAddress();
      this.#onMessage('route');
    } else if (message['phone'] === 'request') this.#onMessage('request');
  }

  /** Writes the page and the user to the frame's address, so that a reload or a copied link opens the same page. */
  #updateAddress(): void {
    const address = new URL(window.location.href);
    address.searchParams.set('frame', '1');
    address.searchParams.set('as', this.openid);
    address.searchParams.set('page', this.path);
    window.history.replaceState(null, '', address);
  }

  /** Loads the phone at a page, by default at the page where it is. */
  load(path = this.path): void {
    this.path = path;
    const query = new URLSearchParams({ bare: '1', as: this.openid });
    if (path !== '') query.set('page', path);
    this.frame.src = `/?${query.toString()}`;
    this.#updateAddress();
  }

  /** Applies settings that need a restart: another user, another font size. */
  restartWith(change: Partial<PhoneSettings>, path = this.path): void {
    writeSettings(change);
    this.load(path);
  }

  /** A wider window, or the phone's again; the page goes on, and hears that its window was resized. */
  become(device: PhoneSettings['device']): void {
    writeSettings({ device });
    this.showDevice();
  }

  /** Gives the frame the width of the device that it is. */
  showDevice(): void {
    this.frame.parentElement?.classList.toggle('computer', readSettings().device === 'computer');
  }

  /** Applies settings that need no restart: the network. */
  change(change: Partial<PhoneSettings>): void {
    writeSettings(change);
    const inspection: unknown = this.frame.contentWindow && Reflect.get(this.frame.contentWindow, '__lianxin');
    const set: unknown =
      inspection instanceof Object || typeof inspection === 'object'
        ? Reflect.get(Object(inspection), 'changeSettings')
        : undefined;
    if (typeof set === 'function') Reflect.apply(set, inspection, [change]);
  }
}
