/** The phone inside the frame: a document of its own, so that the panel stays while the phone starts again. */
import { element } from './elements';

interface PhoneSettings {
  openid: string;
  fontScale: number;
  network: string;
}

const STORAGE_KEY = 'phone:settings';
const DEFAULTS: PhoneSettings = { openid: '', fontScale: 1, network: 'on' };

/** What the phone remembers for this window; both documents share it. */
export function readSettings(): PhoneSettings {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '{}');
    return { ...DEFAULTS, ...Object(kept) };
  } catch {
    return DEFAULTS;
  }
}

function writeSettings(change: Partial<PhoneSettings>): void {
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify({ ...readSettings(), ...change }));
}

export type PhoneMessage = 'route' | 'request';

export class PhoneWindow {
  readonly frame = element('iframe', { title: '手机', allow: 'camera; clipboard-write' });
  path: string;
  readonly #heard: (message: PhoneMessage) => void;

  /** @param heard when the phone went to a page or asked the cloud something */
  constructor(heard: (message: PhoneMessage) => void) {
    const address = new URLSearchParams(window.location.search);
    this.#heard = heard;
    this.path = address.get('page') ?? '';
    const as = address.get('as');
    if (as !== null) writeSettings({ openid: as });
    window.addEventListener('message', (event) => {
      this.#hear(event);
    });
  }

  get openid(): string {
    return readSettings().openid;
  }

  #hear(event: MessageEvent): void {
    if (event.source !== this.frame.contentWindow) return;
    const message: Record<string, unknown> = { ...Object(event.data) };
    if (message['phone'] === 'route') {
      this.path = String(message['path']);
      this.#remember();
      this.#heard('route');
    } else if (message['phone'] === 'request') this.#heard('request');
  }

  /** The address of the frame says where the phone is: a reload, or a friend who gets the link, arrives there. */
  #remember(): void {
    const address = new URL(window.location.href);
    address.searchParams.set('frame', '1');
    address.searchParams.set('as', this.openid);
    address.searchParams.set('page', this.path);
    window.history.replaceState(null, '', address);
  }

  /** (Re)starts the phone at a page; without one, where it is. */
  open(path = this.path): void {
    this.path = path;
    const query = new URLSearchParams({ bare: '1', as: this.openid });
    if (path !== '') query.set('page', path);
    this.frame.src = `/?${query.toString()}`;
    this.#remember();
  }

  /** What a restart takes in: another person, another font size. */
  restartWith(change: Partial<PhoneSettings>, path = this.path): void {
    writeSettings(change);
    this.open(path);
  }

  /** What holds at once: the network. */
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
