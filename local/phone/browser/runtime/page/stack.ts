/** The stack of pages and the five kinds of navigation, in WeChat's order of lifecycles, one navigation at a time. */
import { createChannel } from './event-channel';
import type { EventChannel, Navigation } from '../../host';
import type { PageRecord } from './page';
import { parseUrl, type PageAddress } from '../app/url';

/** At most 10, because WeChat opens no more pages. */
const maxDepth = 10;

export interface StackOptions {
  /** Loads the package of a page and creates it, not attached yet; undefined if there is no such page. */
  createPage(address: PageAddress): Promise<PageRecord | undefined>;
  isTab(route: string): boolean;
  /** Called after every navigation. */
  onChange(): void;
}

export class PageStack implements Navigation {
  readonly #options: StackOptions;
  #pages: PageRecord[] = [];
  /** Tab pages stay while another tab is shown. */
  readonly #tabs = new Map<string, PageRecord>();
  #lastNavigation: Promise<unknown> = Promise.resolve();

  constructor(options: StackOptions) {
    this.#options = options;
  }

  get pages(): readonly PageRecord[] {
    return this.#pages;
  }

  get top(): PageRecord | undefined {
    return this.#pages.at(-1);
  }

  /** Runs a navigation after those before it. */
  #enqueue<T>(navigation: () => Promise<T>): Promise<T> {
    const done = this.#lastNavigation.then(navigation);
    this.#lastNavigation = done.catch(() => undefined);
    return done;
  }

  #address(url: string): PageAddress {
    return parseUrl(url, this.top?.route ?? '');
  }

  async #create(address: PageAddress, action: string): Promise<PageRecord> {
    const page = await this.#options.createPage(address);
    if (!page) throw new Error(`${action}:fail page "${address.route}" is not found`);
    return page;
  }

  /**
   * Attaches a page, calls onLoad and shows it. It is on the stack already, so that getCurrentPages is right inside
   * onLoad.
   */
  #enter(page: PageRecord): void {
    page.attach();
    page.call('onLoad', page.query);
    this.#show(page);
  }

  #show(page: PageRecord): void {
    for (const other of [...this.#pages, ...this.#tabs.values()]) if (other !== page) other.cover();
    page.show();
    this.#options.onChange();
    void page.fireReady();
  }

  navigateTo(url: string, events?: Record<string, (...data: never[]) => void>): Promise<EventChannel> {
    return this.#enqueue(async () => {
      const address = this.#address(url);
      if (this.#options.isTab(address.route)) throw new Error('navigateTo:fail can not navigateTo a tabbar page');
      if (this.#pages.length >= maxDepth) throw new Error('navigateTo:fail webview count limit exceed');
      const page = await this.#create(address, 'navigateTo');
      const { opener, opened } = createChannel(events);
      Object.assign(page.instance, { getOpenerEventChannel: () => opened });
      this.top?.hide();
      this.#pages.push(page);
      this.#enter(page);
      page.slideIn('right');
      return opener;
    });
  }

  redirectTo(url: string): Promise<void> {
    return this.#enqueue(async () => {
      const address = this.#address(url);
      if (this.#options.isTab(address.route)) throw new Error('redirectTo:fail can not redirectTo a tabbar page');
      const page = await this.#create(address, 'redirectTo');
      const replaced = this.#pages.pop();
      if (replaced) this.#destroy(replaced);
      this.#pages.push(page);
      this.#enter(page);
    });
  }

  #destroy(page: PageRecord): void {
    if (this.#tabs.get(page.route) === page) this.#tabs.delete(page.route);
    page.destroy();
  }

  reLaunch(url: string): Promise<void> {
    return this.#enqueue(async () => {
      const address = this.#address(url);
      const page = await this.#create(address, 'reLaunch');
      const closed = new Set([...this.#pages.reverse(), ...this.#tabs.values()]);
      this.#pages = [page];
      this.#tabs.clear();
      for (const other of closed) other.destroy();
      if (this.#options.isTab(page.route)) this.#tabs.set(page.route, page);
      this.#enter(page);
    });
  }

  switchTab(url: string): Promise<void> {
    return this.#enqueue(async () => {
      const { route } = this.#address(url);
      if (!this.#options.isTab(route)) throw new Error('switchTab:fail can not switch to no-tabBar page');
      if (this.top?.route === route) return;
      const existing = this.#tabs.get(route);
      const page = existing ?? (await this.#create({ route, query: {} }, 'switchTab'));
      this.#closeForTab();
      this.#pages = [page];
      this.#tabs.set(route, page);
      if (existing) this.#show(existing);
      else this.#enter(page);
    });
  }

  #closeForTab(): void {
    for (const page of this.#pages.reverse()) {
      if (this.#options.isTab(page.route)) page.hide();
      else this.#destroy(page);
    }
  }

  navigateBack(delta: number): Promise<void> {
    return this.#enqueue(async () => {
      if (this.#pages.length <= 1) throw new Error('navigateBack:fail cannot navigate back at first page.');
      const leaving = this.#pages.splice(Math.max(1, this.#pages.length - Math.max(1, delta)));
      for (const page of leaving.reverse()) this.#destroy(page);
      const { top } = this;
      if (top) this.#show(top);
      top?.slideIn('left');
      await Promise.resolve();
    });
  }

  /** Opens the first page of a launch, which may be a tab page. */
  launch(address: PageAddress): Promise<void> {
    return this.#enqueue(async () => {
      const page = await this.#create(address, 'launch');
      this.#pages = [page];
      if (this.#options.isTab(page.route)) this.#tabs.set(page.route, page);
      this.#enter(page);
    });
  }
}
