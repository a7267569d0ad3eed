/**
 * What the runtime offers to the built-in components (`../builtin`) and to `wx.*` (`../wx`).
 * They import this file alone; everything that touches the page stack, the bars or the engine goes through it.
 *
 * Layers of the screen, from below: `pages` (one scrolling view a page), navigation bar and tab bar, `overlay`
 * (toasts, dialogs, sheets: `position: absolute` inside it, it is as large as the screen and lets taps through where empty).
 *
 * Words of the engine: a *component* is glass-easel's `GeneralComponent` (`component.$$` is its DOM element,
 * `component.triggerEvent(name, detail, { bubbles, composed })` sends an event that WXML hears as `bind<name>`).
 */
import type { glassEasel } from 'glass-easel-miniprogram-adapter';

export type GeneralComponent = glassEasel.GeneralComponent;
export type ComponentSpace = glassEasel.ComponentSpace;
export type Query = Record<string, string>;

/** `slow` delays every request by `slowDelayMs`; `off` fails it as a phone without signal does. */
export type Network = 'on' | 'off' | 'slow';

/** What the frame's panel, the address and tests can set. All of it survives a reload. */
export interface Settings {
  /** the WeChat user who holds the phone; '' is a visitor whom the local cloud has never seen */
  openid: string;
  /** WeChat's 字体大小 as a factor: 1 … 1.65; the runtime itself scales nothing, pages read it through wx.getAppBaseInfo */
  fontScale: number;
  network: Network;
  slowDelayMs: number;
  /** where wx.getLocation says the phone is (GCJ-02) */
  latitude: number;
  longitude: number;
}

/** The part of app.json that components and wx.* read; the whole file is in `raw`. */
export interface AppConfig {
  /** routes without a leading slash, subpackages included, the first is the entry */
  pages: readonly string[];
  tabBar: readonly { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
  raw: Record<string, unknown>;
}

/** WeChat's App.onLaunch / onShow options. */
export interface LaunchOptions {
  path: string;
  query: Query;
  scene: number;
  referrerInfo: Record<string, never>;
}

/** The page object that pages see as `this`, as far as the outside calls it: any lifecycle or handler may be missing. */
export type PageInstance = {
  readonly route: string;
  readonly options: Query;
  readonly data: Record<string, unknown>;
  setData(data: Record<string, unknown>, callback?: () => void): void;
} & Record<string, unknown>;

export interface PageView {
  readonly route: string;
  readonly query: Query;
  readonly instance: PageInstance;
  readonly component: GeneralComponent;
  /** the element that scrolls; the page's own root element is inside it */
  readonly view: HTMLElement;
  /** app.json's window merged with the page's json */
  readonly config: Record<string, unknown>;
}

/**
 * Navigation as WeChat defines it. Every call resolves when the target page has run onLoad and onShow, and rejects
 * with an Error whose message is WeChat's errMsg, for example `navigateTo:fail can not navigateTo a tabbar page`.
 * `url` may be absolute (`/pages/a/a?x=1`) or relative to the current page.
 */
export interface Navigation {
  navigateTo(url: string, events?: Record<string, (...data: never[]) => void>): Promise<EventChannel>;
  redirectTo(url: string): Promise<void>;
  switchTab(url: string): Promise<void>;
  reLaunch(url: string): Promise<void>;
  navigateBack(delta: number): Promise<void>;
}

export interface EventChannel {
  on(name: string, listener: (...data: unknown[]) => void): void;
  once(name: string, listener: (...data: unknown[]) => void): void;
  off(name: string, listener?: (...data: unknown[]) => void): void;
  emit(name: string, ...data: unknown[]): void;
}

/** Acts on the page on top; a missing argument keeps what was there. */
export interface NavigationBar {
  setTitle(title: string): void;
  setColor(colors: { frontColor?: string; backgroundColor?: string }): void;
  showLoading(): void;
  hideLoading(): void;
  hideHomeButton(): void;
}

/** `index` is 0-based in app.json's tabBar.list; an index outside it throws `invalid index`. */
export interface TabBar {
  setBadge(index: number, text: string): void;
  removeBadge(index: number): void;
  showRedDot(index: number): void;
  hideRedDot(index: number): void;
  setItem(index: number, item: { text?: string; iconPath?: string; selectedIconPath?: string }): void;
  setStyle(style: { color?: string; selectedColor?: string; backgroundColor?: string; borderStyle?: string }): void;
  show(): void;
  hide(): void;
}

export interface PageScroll {
  scrollTop?: number;
  /** CSS selector on the page; wins over scrollTop only if that is missing */
  selector?: string;
  offsetTop?: number;
  durationMs: number;
}

/** What the menu's or a button's share leads to: title, path and imageUrl as the page's handler returned them. */
export interface ShareCard {
  title: string;
  path: string;
  imageUrl: string;
}

/** Sizes in CSS pixels, of the phone's screen (not of the browser's window when the frame is around it). */
export interface ScreenSizes {
  screenWidth: number;
  screenHeight: number;
  /** what is left for a page between the bars */
  windowWidth: number;
  windowHeight: number;
  statusBarHeight: number;
  navigationBarHeight: number;
  tabBarHeight: number;
  /** rectangle of the capsule menu (share, close) in the navigation bar */
  menuButton: { left: number; top: number; right: number; bottom: number; width: number; height: number };
}

export type HostEvent =
  'appShow' | 'appHide' | 'error' | 'unhandledRejection' | 'pageNotFound' | 'resize' | 'settings' | 'route';

export interface Host {
  readonly config: AppConfig;
  readonly launch: LaunchOptions;
  /** read it at the time of use: settings change while the app runs (`events` 'settings') */
  readonly settings: Readonly<Settings>;
  changeSettings(change: Partial<Settings>): void;

  /** whole phone screen, with the bars */
  readonly screen: HTMLElement;
  /** for toasts, dialogs and sheets, above everything */
  readonly overlay: HTMLElement;

  /** from the bottom of the stack to the top */
  pages(): readonly PageView[];
  currentPage(): PageView | undefined;
  /** the page view that an element stands in */
  pageOf(element: Element): PageView | undefined;
  readonly navigation: Navigation;
  readonly navigationBar: NavigationBar;
  readonly tabBar: TabBar;
  sizes(): ScreenSizes;

  startPullDownRefresh(): void;
  stopPullDownRefresh(): void;
  pageScrollTo(scroll: PageScroll): Promise<void>;
  /** asks the page on top for its share card; `target` is the component of the button that asked */
  share(from: 'button' | 'menu', target?: GeneralComponent): Promise<ShareCard>;
  /** wx.showShareMenu / hideShareMenu */
  setShareMenu(visible: boolean): void;

  /** wx.createSelectorQuery(): the engine's own query object, bound to the page on top until `.in(component)` */
  createSelectorQuery(): object;
  /** wx.createIntersectionObserver(component, options) and wx.createMediaQueryObserver: the engine's own objects */
  createIntersectionObserver(component: unknown, options?: Record<string, unknown>): object;
  createMediaQueryObserver(component: unknown): object;

  /** the component whose host element this is (undefined for elements that no component owns) */
  componentOf(element: Element): GeneralComponent | undefined;
  /**
   * Sends a tap as a finger at the middle of `element` would, with WeChat's detail {x, y} and touches; for Enter and Space on
   * something focusable, and for a label that taps its control. Real touches and clicks make their own taps: listen for them with
   * `component.addListener('tap', …)`, never with the DOM's `click`.
   */
  tap(element: Element): void;
  /**
   * Writes a value that the user typed or chose back to where `model:value="{{…}}"` points, if it is bound so, and into the component's own
   * property, without an observer round through the page.
   */
  updateModel(component: GeneralComponent, property: string, value: unknown): void;

  /** address at which the browser loads a file of the app (`/images/a.png`, `./a.png` relative to `from`'s folder), or the address itself (http, data, blob, cloud ids stay as they are) */
  assetUrl(source: string, from?: GeneralComponent): string;
  /** rpx, vw and vh in a CSS value → lengths of the page, for values that come as attributes (`previous-margin`, `placeholder-style`, …) */
  cssValue(value: string): string;
  /** `fetch` to the local cloud with the caller's openid, obeying `settings.network`; rejects with an Error `fail` message as WeChat words it */
  request(path: string, init?: RequestInit): Promise<Response>;

  on(event: HostEvent, listener: (detail: unknown) => void): void;
  off(event: HostEvent, listener?: (detail: unknown) => void): void;
}
