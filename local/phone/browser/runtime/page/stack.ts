/** The stack of pages and the five ways through it, in WeChat's order of lifecycles; one move at a time. */
import { createChannel } from './event-channel';
import type { EventChannel, Navigation } from '../../host';
import type { PageRecord } from './page';
import { parseUrl, type PageAddress } from '../app/url';

const DEEPEST = 10;

export interface StackOptions {
  /** makes a page that is not attached yet; loads its package first. Undefined if there is no such page. */
  open(address: PageAddress): Promise<PageRecord | undefined>;
  isTab(route: string): boolean;
  /** after every move */
  changed(): void;
}

export class PageStack implements Navigation {
  readonly #options: StackOptions;
  #pages: PageRecord[] = [];
  /** tab pages live on while another tab is shown */
  readonly #tabs = new Map<string, PageRecord>();
  #moves: Promise<unknown> = Promise.resolve();

  constructor(options: StackOptions) {
    this.#options = options;
  }

  get pages(): readonly PageRecord[] {
    return this.#pages;
  }

  get top(): PageRecord | undefined {
    return this.#pages.at(-1);
  }

  #next<T>(move: () => Promise<T>): Promise<T> {
    const done = this.#moves.then(move);
    this.#moves = done.catch(() => undefined);
    return done;
  }

  #address(url: string): PageAddress {
    return parseUrl(url, this.top?.route ?? '');
  }

  async #make(address: PageAddress, action: string): Promise<PageRecord> {
    const page = await this.#options.open(address);
    if (!page) throw new Error(`${action}:fail page "${address.route}" is not found`);
    return page;
  }

  /** Attached, onLoad, then visible; the stack already has it, so that getCurrentPages is right inside onLoad. */
  #enter(page: PageRecord): void {
    page.attach();
    page.call('onLoad', page.query);
    this.#reveal(page);
  }

  #reveal(page: PageRecord): void {
    for (const other of [...this.#pages, ...this.#tabs.values()]) if (other !== page) other.conceal();
    page.show();
    this.#options.changed();
    void page.becomeReady();
  }

  navigateTo(url: string, events?: Record<string, (...data: never[]) => void>): Promise<EventChannel> {
    return this.#next(async () => {
      const address = this.#address(url);
      if (this.#options.isTab(address.route)) throw new Error('navigateTo:fail can not navigateTo a tabbar page');
      if (this.#pages.length >= DEEPEST) throw new Error('navigateTo:fail webview count limit exceed');
      const page = await this.#make(address, 'navigateTo');
      const { opener, opened } = createChannel(events);
      Object.assign(page.instance, { getOpenerEventChannel: () => opened });
      this.top?.hide();
      this.#pages.push(page);
      this.#enter(page);
      page.arrive('right');
      return opener;
    });
  }

  redirectTo(url: string): Promise<void> {
    return this.#next(async () => {
      const address = this.#address(url);
      if (this.#options.isTab(address.route)) throw new Error('redirectTo:fail can not redirectTo a tabbar page');
      const page = await this.#make(address, 'redirectTo');
      const old = this.#pages.pop();
      if (old) this.#destroy(old);
      this.#pages.push(page);
      this.#enter(page);
    });
  }

  #destroy(page: PageRecord): void {
    if (this.#tabs.get(page.route) === page) this.#tabs.delete(page.route);
    page.destroy();
  }

  reLaunch(url: string): Promise<void> {
    return this.#next(async () => {
      const address = this.#address(url);
      const page = await this.#make(address, 'reLaunch');
      const old = new Set([...this.#pages.reverse(), ...this.#tabs.values()]);
      this.#pages = [page];
      this.#tabs.clear();
      for (const other of old) other.destroy();
      if (this.#options.isTab(page.route)) this.#tabs.set(page.route, page);
      this.#enter(page);
    });
  }

  switchTab(url: string): Promise<void> {
    return this.#next(async () => {
      const { route } = this.#address(url);
      if (!this.#options.isTab(route)) throw new Error('switchTab:fail can not switch to no-tabBar page');
      if (this.top?.route === route) return;
      const kept = this.#tabs.get(route);
      const page = kept ?? (await this.#make({ route, query: {} }, 'switchTab'));
      this.#leaveForTab();
      this.#pages = [page];
      this.#tabs.set(route, page);
      if (kept) this.#reveal(kept);
      else this.#enter(page);
    });
  }

  #leaveForTab(): void {
    for (const page of this.#pages.reverse()) {
      if (this.#options.isTab(page.route)) page.hide();
      else this.#destroy(page);
    }
  }

  navigateBack(delta: number): Promise<void> {
    return this.#next(async () => {
      if (this.#pages.length <= 1) throw new Error('navigateBack:fail cannot navigate back at first page.');
      const leaving = this.#pages.splice(Math.max(1, this.#pages.length - Math.max(1, delta)));
      for (const page of leaving.reverse()) this.#destroy(page);
      const { top } = this;
      if (top) this.#reveal(top);
      top?.arrive('left');
      await Promise.resolve();
    });
  }

  /** The first page of a launch: no page is left, no tab is refused. */
  launch(address: PageAddress): Promise<void> {
    return this.#next(async () => {
      const page = await this.#make(address, 'launch');
      this.#pages = [page];
      if (this.#options.isTab(page.route)) this.#tabs.set(page.route, page);
      this.#enter(page);
    });
  }
}
