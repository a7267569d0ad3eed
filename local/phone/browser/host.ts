/**
 * The interface of the runtime for the built-in components (`builtin`) and for `wx.*` (`wx`). They import no other file
 * of the runtime: everything about the page stack, the bars and the engine goes through it.
 *
 * The layers of the screen, from below: `pages` (one scrolling view a page), navigation bar and tab bar, `overlay`
 * (toasts, dialogs, sheets with `position: absolute`; it is as large as the screen, and taps go through where it is
 * empty).
 *
 * A *component* is glass-easel's `GeneralComponent`: `component.$$` is its DOM element, and
 * `component.triggerEvent(name, detail, { bubbles, composed })` fires an event for `bind<name>` in WXML.
 */
import type { glassEasel } from 'glass-easel-miniprogram-adapter';

export type GeneralComponent = glassEasel.GeneralComponent;
export type ComponentSpace = glassEasel.ComponentSpace;
export type Query = Record<string, string>;

/** `slow` delays every request by `slowDelayMs`; with `off` every request fails, as on a phone without signal. */
export type Network = 'on' | 'off' | 'slow';

/** Whether WeChat has a newer version of the app: it is there to restart with, or could not be downloaded. */
export type Update = 'none' | 'ready' | 'failed';

/** What the panel, the address and tests can set. All of it survives a reload. */
export type Device = 'phone' | 'computer';

export interface Settings {
  /** The WeChat user of the phone; '' is a visitor whom the local cloud does not know. */
  readonly openid: string;
  /** WeChat's 字体大小 as a factor, 1 … 1.65. The runtime scales nothing; pages read it through wx.getAppBaseInfo. */
  readonly fontScale: number;
  readonly network: Network;
  readonly update: Update;
  /** `computer`: a window that is as wide as it is; `phone`: in a wide window a column in its middle. */
  readonly device: Device;
  readonly slowDelayMs: number;
  /** The location that wx.getLocation answers (GCJ-02). */
  readonly latitude: number;
  readonly longitude: number;
}

/** The part of app.json that components and wx.* read; the whole file is in `raw`. */
export interface AppConfig {
  /** The routes without a leading slash, subpackages included; the first is the entry. */
  readonly pages: readonly string[];
  readonly tabBar: readonly { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
  readonly raw: Record<string, unknown>;
}

/** WeChat's App.onLaunch / onShow options. */
export interface LaunchOptions {
  readonly path: string;
  readonly query: Query;
  readonly scene: number;
  readonly referrerInfo: Record<string, never>;
}

/** The page object (`this` of a page), as far as others use it: any lifecycle or handler may be missing. */
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
  /** The element that scrolls; the page's own root element is inside it. */
  readonly view: HTMLElement;
  /** The window of app.json merged with the page's JSON. */
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

/** Changes the bar of the page on top; a missing argument changes nothing. */
export interface NavigationBar {
  setTitle(title: string): void;
  setColor(colors: { frontColor?: string; backgroundColor?: string }): void;
  showLoading(): void;
  hideLoading(): void;
  hideHomeButton(): void;
  /** Asked before the bar's button leaves the page; '' asks nothing. */
  setLeaveQuestion(question: string): void;
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
  readonly scrollTop?: number;
  /** A CSS selector on the page, which is used if scrollTop is missing. */
  readonly selector?: string;
  readonly offsetTop?: number;
  readonly durationMs: number;
}

/** A shared card: title, path and imageUrl as the page's handler returned them. */
export interface ShareCard {
  readonly title: string;
  readonly path: string;
  readonly imageUrl: string;
}

/** Sizes in CSS pixels of the phone's screen, which is not the browser's window inside the frame. */
export interface ScreenSizes {
  readonly screenWidth: number;
  readonly screenHeight: number;
  /** The room of a page between the bars. */
  readonly windowWidth: number;
  readonly windowHeight: number;
  readonly statusBarHeight: number;
  readonly navigationBarHeight: number;
  readonly tabBarHeight: number;
  /** The rectangle of the capsule (share, close) in the navigation bar. */
  readonly menuButton: { left: number; top: number; right: number; bottom: number; width: number; height: number };
}

export type HostEvent =
  | 'appShow'
  | 'appHide'
  | 'error'
  | 'unhandledRejection'
  | 'pageNotFound'
  | 'lazyLoadError'
  | 'resize'
  | 'settings'
  | 'route';

export interface Host {
  readonly config: AppConfig;
  readonly launch: LaunchOptions;
  /** The current settings, which change while the app runs (event `settings`). */
  readonly settings: Readonly<Settings>;
  changeSettings(change: Partial<Settings>): void;

  /** The whole screen of the phone, with the bars. */
  readonly screen: HTMLElement;
  /** The layer above everything, for toasts, dialogs and sheets. */
  readonly overlay: HTMLElement;

  /** The pages from the bottom of the stack to the top. */
  pages(): readonly PageView[];
  currentPage(): PageView | undefined;
  /** The page that contains an element. */
  pageOf(element: Element): PageView | undefined;
  readonly navigation: Navigation;
  readonly navigationBar: NavigationBar;
  readonly tabBar: TabBar;
  sizes(): ScreenSizes;

  startPullDownRefresh(): void;
  stopPullDownRefresh(): void;
  pageScrollTo(scroll: PageScroll): Promise<void>;
  /** Asks the page on top for its share card; `target` is the component of the tapped button. */
  share(from: 'button' | 'menu', target?: GeneralComponent): Promise<ShareCard>;
  /** For wx.showShareMenu and wx.hideShareMenu. */
  setShareMenu(visible: boolean): void;

  /** For wx.createSelectorQuery(): a query of the page on top until `.in(component)`. */
  createSelectorQuery(): object;
  /**
   * For wx.createIntersectionObserver(component, options) and wx.createMediaQueryObserver: the engine's own objects.
   */
  createIntersectionObserver(component: unknown, options?: Record<string, unknown>): object;
  createMediaQueryObserver(component: unknown): object;

  /** The component whose host element this is; undefined for an element that no component owns. */
  componentOf(element: Element): GeneralComponent | undefined;
  /**
   * Dispatches a tap as of a finger at the middle of `element`, with WeChat's detail { x, y } and touches: for Enter
   * and Space on a focused element, and for a label that taps its control. Touches and clicks dispatch their own taps:
   * listen for them with `component.addListener('tap', …)`, never with the DOM's `click`.
   */
  tap(element: Element): void;
  /**
   * Sets a property to a value that the user typed or chose, and writes it back to the data that `model:value="{{…}}"`
   * binds, without the page's observers.
   */
  updateModel(component: GeneralComponent, property: string, value: unknown): void;

  /**
   * The address at which the browser loads a file of the app (`/images/a.png`, or `./a.png` relative to the folder of
   * `from`). Addresses with a scheme (http, data, blob, cloud) stay as they are.
   */
  assetUrl(source: string, from?: GeneralComponent): string;
  /**
   * Translates rpx, vw and vh in the CSS value of an attribute (`previous-margin`, `placeholder-style`, …) to lengths
   * of the page.
   */
  cssValue(value: string): string;
  /**
   * `fetch` to the local cloud with the user's openid, under `settings.network`; rejects with an Error with WeChat's
   * message.
   */
  request(path: string, init?: RequestInit): Promise<Response>;

  on(event: HostEvent, listener: (detail: unknown) => void): void;
  off(event: HostEvent, listener?: (detail: unknown) => void): void;
}
