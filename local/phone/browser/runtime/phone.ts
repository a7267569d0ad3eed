/** Composes the phone, and is the `Host` of built-in components and wx.*. */
import { setUserFileOwner } from '../builtin/device/user-files';
import { askToLeave } from '../builtin/overlay/modal';
import type {
  AppConfig,
  GeneralComponent,
  Host,
  HostEvent,
  LaunchOptions,
  NavigationBar,
  PageScroll,
  ScreenSizes,
  Settings,
  ShareCard,
  TabBar,
} from '../host';
import { AppInstance } from './app/app-instance';
import { assetUrl } from './app/asset-url';
import { Emitter } from './app/emitter';
import { launchOptions } from './app/launch';
import { sendRequest } from './app/request';
import { changedSettings } from './app/settings';
import type { PageAddress } from './app/url';
import { Bars } from './bars/bars';
import { PhoneScreen } from './bars/screen';
import { createShareCard, openPageMenu, showShareCard } from './bars/share';
import { cssValue } from './css-value';
import { Gestures } from './page/gestures';
import type { PageRecord } from './page/page';
import { scrollPage } from './page/page-scroll';
import { PageStack } from './page/stack';
import { PhoneBackend } from './platform/backend';
import { componentOf, componentOfCaller, domOf, observersOf } from './platform/engine';
import { SelectorQuery, type NodeSource } from './query/selector-query';

export interface PhoneOptions {
  readonly config: AppConfig;
  readonly settings: Settings;
  readonly first: PageAddress;
  /** px above the navigation bar */
  readonly statusBarHeight: number;
  createPage(address: PageAddress): Promise<PageRecord | undefined>;
  readonly nodes: NodeSource;
}

/** The frame around a phone, or a computer's window, has the width that it is to have. */
const isWhole = ({ device }: Settings): boolean => window.parent !== window || device === 'computer';

export class Phone implements Host {
  readonly config: AppConfig;
  readonly launch: LaunchOptions;
  readonly app: AppInstance;
  readonly stack: PageStack;
  readonly phoneScreen: PhoneScreen;
  readonly backend: PhoneBackend;
  settings: Settings;
  lastShare: ShareCard | undefined;
  readonly #bars: Bars;
  readonly #emitter = new Emitter<HostEvent>();
  readonly #gestures: Gestures;
  readonly #nodes: NodeSource;

  constructor(options: PhoneOptions) {
    this.config = options.config;
    this.settings = options.settings;
    setUserFileOwner(() => this.settings.openid);
    this.#nodes = options.nodes;
    this.launch = launchOptions(options.first);
    this.app = new AppInstance(this.launch, this.#emitter);
    this.phoneScreen = new PhoneScreen(options.statusBarHeight, isWhole(options.settings));
    this.backend = new PhoneBackend(() => ({ width: this.sizes().windowWidth, height: this.sizes().windowHeight }));
    this.#gestures = new Gestures(this.backend);
    this.#gestures.listen();
    this.stack = new PageStack({
      createPage: (address) => options.createPage(address),
      isTab: (route) => this.#bars.tabBar.has(route),
      onChange: () => {
        this.#pageChanged();
      },
    });
    this.#bars = new Bars({
      config: this.config,
      stack: this.stack,
      screen: this.phoneScreen,
      assetUrl: (path) => this.assetUrl(path),
      openMenu: () => {
        this.#openMenu();
      },
      ask: (question) => askToLeave(this, question),
    });
    window.addEventListener('resize', () => {
      this.#resized();
    });
  }

  get navigation(): PageStack {
    return this.stack;
  }

  get navigationBar(): NavigationBar {
    return this.#bars.navigationBar;
  }

  get tabBar(): TabBar {
    return this.#bars.tabBar;
  }

  get screen(): HTMLElement {
    return this.phoneScreen.element;
  }

  get overlay(): HTMLElement {
    return this.phoneScreen.overlay;
  }

  #openMenu(): void {
    const page = this.stack.top;
    if (page)
      openPageMenu(this.overlay, page, () => {
        void this.share('menu');
      });
  }

  /** Bars and address follow the page on top. */
  #pageChanged(): void {
    this.#bars.render();
    if (this.stack.top) this.#emitter.emit('route', { path: this.stack.top.path });
  }

  changeSettings(change: Partial<Settings>): void {
    this.settings = changedSettings(this.settings, change);
    this.#emitter.emit('settings', this.settings);
  }

  pages(): readonly PageRecord[] {
    return this.stack.pages;
  }

  currentPage(): PageRecord | undefined {
    return this.stack.top;
  }

  pageOf(element: Element): PageRecord | undefined {
    const frame = element.closest('.page-frame');
    return this.stack.pages.find((page) => page.frame === frame) ?? this.stack.top;
  }

  sizes(): ScreenSizes {
    return this.#bars.sizes();
  }

  #resized(): void {
    const { windowWidth, windowHeight, screenWidth, screenHeight } = this.sizes();
    const detail = {
      size: { windowWidth, windowHeight, screenWidth, screenHeight },
      deviceOrientation: screenWidth > screenHeight ? 'landscape' : 'portrait',
    };
    this.stack.top?.call('onResize', detail);
    this.stack.top?.component.triggerPageLifetime('resize', [detail]);
    this.#emitter.emit('resize', detail);
  }

  startPullDownRefresh(): void {
    this.stack.top?.pullDown?.start();
  }

  stopPullDownRefresh(): void {
    this.stack.top?.pullDown?.stop();
  }

  async pageScrollTo(scroll: PageScroll): Promise<void> {
    if (this.stack.top) await scrollPage(this.stack.top, scroll);
  }

  async share(from: 'button' | 'menu', target?: GeneralComponent): Promise<ShareCard> {
    const page = this.stack.top;
    if (!page) throw new Error('share: there is no page');
    const card = await createShareCard(page, from, target);
    this.lastShare = card;
    showShareCard(this.overlay, { ...card, imageUrl: card.imageUrl === '' ? '' : this.assetUrl(card.imageUrl) });
    return card;
  }

  setShareMenu(visible: boolean): void {
    if (this.stack.top) this.stack.top.shareMenuVisible = visible;
  }

  createSelectorQuery(): SelectorQuery {
    return new SelectorQuery(this.stack.top?.component, this.#nodes);
  }

  /** The id of a component's page; every page that is opened has its own. */
  pageIdOf(component: GeneralComponent): string {
    const page = this.stack.pages.find(
      (candidate) => candidate.component === component || domOf(component)?.closest('.page-frame') === candidate.frame,
    );
    return page === undefined ? '' : `pageId:${page.id}`;
  }

  queryIn(component: GeneralComponent | undefined): SelectorQuery {
    return new SelectorQuery(component, this.#nodes);
  }

  #observers(caller: unknown) {
    const component = componentOfCaller(caller) ?? this.stack.top?.component;
    if (!component) throw new Error('there is no page to observe');
    return observersOf(component);
  }

  createIntersectionObserver(component: unknown, options?: Record<string, unknown>): object {
    return this.#observers(component).createIntersectionObserver(options);
  }

  createMediaQueryObserver(component: unknown): object {
    return this.#observers(component).createMediaQueryObserver();
  }

  componentOf(element: Element): GeneralComponent | undefined {
    return componentOf(element);
  }

  tap(element: Element): void {
    this.#gestures.tap(element);
  }

  updateModel(component: GeneralComponent, property: string, value: unknown): void {
    component.replaceDataOnPath([property], value);
    component.applyDataUpdates();
  }

  assetUrl(source: string, from?: GeneralComponent): string {
    return assetUrl(source, from?.ownerShadowRoot?.getHostNode().is ?? this.stack.top?.route ?? '');
  }

  cssValue(value: string): string {
    return cssValue(value);
  }

  async request(path: string, init?: RequestInit): Promise<Response> {
    try {
      return await sendRequest(this.settings, path, init);
    } finally {
      if (window.parent !== window) window.parent.postMessage({ phone: 'request' }, window.location.origin);
    }
  }

  on(event: HostEvent, listener: (detail: unknown) => void): void {
    this.#emitter.on(event, listener);
  }

  off(event: HostEvent, listener?: (detail: unknown) => void): void {
    this.#emitter.off(event, listener);
  }

  /**
   * Starts the app and opens the first page; for one that does not exist, the app gets onPageNotFound and the entry
   * page is opened.
   */
  async start(address: PageAddress): Promise<void> {
    this.app.start();
    if (!this.config.pages.includes(address.route)) {
      this.app.pageNotFound({ path: address.route, query: address.query, isEntryPage: true });
      if (!this.stack.top) await this.stack.launch({ route: this.config.pages[0] ?? '', query: {} });
    } else await this.stack.launch(address);
  }
}
