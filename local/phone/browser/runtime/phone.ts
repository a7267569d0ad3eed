/** Puts the parts of the phone together and is the `Host` that built-in components and wx.* talk to. */
import { keepFilesOf, userDataPath, userFileUrl } from '../builtin/device/user-files';
import { AppInstance } from './app/app-instance';
import { PhoneBackend } from './platform/backend';
import { cssValue } from './css-value';
import { Emitter } from './app/emitter';
import { Gestures } from './page/gestures';
import type {
  AppConfig,
  GeneralComponent,
  Host,
  HostEvent,
  LaunchOptions,
  NavigationBar,
  PageScroll,
  Query,
  ScreenSizes,
  Settings,
  ShareCard,
} from '../host';
import { navigationBarOf, NavigationBarView } from './bars/navigation-bar';
import type { PageRecord } from './page/page';
import { scrollPage } from './page/page-scroll';
import { componentBehind, componentOf, domOf, observersOf } from './platform/engine';
import { sendRequest } from './app/request';
import { PhoneScreen } from './bars/screen';
import { SelectorQuery, type NodeSource } from './query/selector-query';
import { changedSettings } from './app/settings';
import { openMenu, shareCard, showShareCard } from './bars/share';
import { PageStack } from './page/stack';
import { TabBarView } from './bars/tab-bar';
import type { PageAddress } from './app/url';

/** WeChat's scene "from the list of mini-programs", and "a code was scanned" */
const SCENES = { list: 1001, code: 1047 };

export interface PhoneOptions {
  config: AppConfig;
  settings: Settings;
  first: PageAddress;
  statusBarHeight: number;
  open(address: PageAddress): Promise<PageRecord | undefined>;
  nodes: NodeSource;
}

export class Phone implements Host {
  readonly config: AppConfig;
  readonly launch: LaunchOptions;
  readonly app: AppInstance;
  readonly stack: PageStack;
  readonly navigationBar: NavigationBar;
  readonly tabBar: TabBarView;
  readonly phoneScreen: PhoneScreen;
  readonly backend: PhoneBackend;
  settings: Settings;
  lastShare: ShareCard | undefined;
  readonly #bar: NavigationBarView;
  readonly #emitter = new Emitter<HostEvent>();
  readonly #gestures: Gestures;
  readonly #nodes: NodeSource;

  constructor(options: PhoneOptions) {
    this.config = options.config;
    this.settings = options.settings;
    keepFilesOf(() => this.settings.openid);
    this.#nodes = options.nodes;
    const { route, query } = options.first;
    this.launch = {
      path: route,
      query,
      scene: query['scene'] === undefined ? SCENES.list : SCENES.code,
      referrerInfo: {},
    };
    this.app = new AppInstance(this.launch, this.#emitter);
    this.phoneScreen = new PhoneScreen(options.statusBarHeight);
    this.backend = new PhoneBackend(() => ({ width: this.sizes().windowWidth, height: this.sizes().windowHeight }));
    this.#gestures = new Gestures(this.backend);
    this.#gestures.listen();
    this.tabBar = new TabBarView(options.config, {
      assetUrl: (path) => this.assetUrl(path),
      open: (pagePath) => {
        this.#openTab(pagePath);
      },
    });
    this.stack = new PageStack({
      open: options.open,
      isTab: (tab) => this.tabBar.has(tab),
      changed: () => {
        this.redraw();
      },
    });
    this.#bar = new NavigationBarView({
      back: () => {
        void this.stack.navigateBack(1);
      },
      home: () => {
        void this.stack.reLaunch(`/${this.config.pages[0] ?? ''}`);
      },
      menu: () => {
        this.#openMenu();
      },
    });
    this.navigationBar = navigationBarOf(
      () => this.stack.top,
      () => {
        this.redraw();
      },
    );
    this.phoneScreen.assemble(this.#bar, this.tabBar);
    window.addEventListener('resize', () => {
      this.#resized();
    });
  }

  get navigation(): PageStack {
    return this.stack;
  }

  get screen(): HTMLElement {
    return this.phoneScreen.element;
  }

  get overlay(): HTMLElement {
    return this.phoneScreen.overlay;
  }

  /** WeChat tells a tab page of every tap on its own tab, also when it is the one shown. */
  #openTab(pagePath: string): void {
    const index = this.config.tabBar.findIndex((tab) => tab.pagePath === pagePath);
    const { text = '' } = this.config.tabBar[index] ?? {};
    void this.stack.switchTab(`/${pagePath}`).then(() => {
      this.stack.top?.call('onTabItemTap', { index, pagePath, text });
    });
  }

  #openMenu(): void {
    const page = this.stack.top;
    if (page)
      openMenu(this.overlay, page, () => {
        void this.share('menu');
      });
  }

  /** Bars and address follow the page on top. */
  redraw(): void {
    const page = this.stack.top;
    if (!page) return;
    const isCustomTabBar = Reflect.get(Object(this.config.raw['tabBar']), 'custom') === true;
    this.tabBar.draw(isCustomTabBar ? '' : page.route);
    this.#bar.draw(page, {
      canGoBack: this.stack.pages.length > 1,
      canGoHome: page.route !== this.config.pages[0] && !this.tabBar.has(page.route),
    });
    this.phoneScreen.colour(page.bar.backgroundColor, page.bar.frontColor, page.config['navigationStyle'] === 'custom');
    this.#emitter.emit('route', { path: page.path });
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
    const page = this.stack.top;
    return this.phoneScreen.sizes({
      hasNavigationBar: page?.config['navigationStyle'] !== 'custom',
      hasTabBar: page !== undefined && this.tabBar.has(page.route) && !this.tabBar.element.hidden,
    });
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
    const card = await shareCard(page, from, target);
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

  /** Another number for every page that is opened. */
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
    const component = componentBehind(caller) ?? this.stack.top?.component;
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
    if (source.startsWith(userDataPath)) return userFileUrl(source) ?? source;
    if (source === '' || /^(?:[a-z]+:|\/\/)/i.test(source)) return source;
    const owner = from?.ownerShadowRoot?.getHostNode().is ?? this.stack.top?.route ?? '';
    const parts = source.startsWith('/') ? [] : owner.split('/').slice(0, -1);
    return `/app/${[...parts, source].join('/').replace(/^\/+/, '')}`;
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

  /** Opens the first page; one that does not exist is told to the app, and the entry page opened instead. */
  async begin(address: PageAddress): Promise<void> {
    this.app.start();
    const query: Query = address.query;
    if (!this.config.pages.includes(address.route)) {
      this.app.pageNotFound({ path: address.route, query, isEntryPage: true });
      if (!this.stack.top) await this.stack.launch({ route: this.config.pages[0] ?? '', query: {} });
    } else await this.stack.launch(address);
  }
}
