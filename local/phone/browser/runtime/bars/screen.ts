/** The phone's screen: bars, pages, and the layer above them. */
import type { NavigationBarView } from './navigation-bar';
import { CAPSULE, NAVIGATION_BAR_PX } from './navigation-bar';
import { TAB_BAR_PX, type TabBarView } from './tab-bar';
import type { ScreenSizes } from '../../host';

export class PhoneScreen {
  readonly element = document.createElement('div');
  readonly pages = document.createElement('main');
  readonly overlay = document.createElement('div');
  readonly #status = document.createElement('div');
  readonly #statusBarHeight: number;

  /** @param statusBarHeight px above the navigation bar; 0 where the device's own is visible */
  constructor(statusBarHeight: number) {
    this.#statusBarHeight = statusBarHeight;
    this.element.className = 'phone-screen';
    this.#status.className = 'status-bar';
    this.#status.style.height = `${statusBarHeight}px`;
    this.element.style.setProperty('--status', `${statusBarHeight}px`);
    this.pages.className = 'phone-pages';
    this.overlay.className = 'phone-overlay';
    document.body.append(this.element);
  }

  assemble(navigationBar: NavigationBarView, tabBar: TabBarView): void {
    this.element.append(this.#status, navigationBar.element, this.pages, tabBar.element, this.overlay);
  }

  /** The strip of clock and signal takes the navigation bar's colours; under a custom bar the page shines through. */
  colour(background: string, color: string, isCustom: boolean): void {
    this.#status.style.background = isCustom ? '' : background;
    this.#status.style.color = color;
    this.element.classList.toggle('custom-navigation', isCustom);
  }

  sizes(options: { hasNavigationBar: boolean; hasTabBar: boolean }): ScreenSizes {
    const { clientWidth: width, clientHeight: height } = this.element;
    const top = options.hasNavigationBar ? this.#statusBarHeight + NAVIGATION_BAR_PX : 0;
    const capsuleTop = this.#statusBarHeight + CAPSULE.topPx;
    const right = width - CAPSULE.rightPx;
    return {
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight: height - top - (options.hasTabBar ? TAB_BAR_PX : 0),
      statusBarHeight: this.#statusBarHeight,
      navigationBarHeight: NAVIGATION_BAR_PX,
      tabBarHeight: TAB_BAR_PX,
      menuButton: {
        left: right - CAPSULE.width,
        right,
        top: capsuleTop,
        bottom: capsuleTop + CAPSULE.height,
        width: CAPSULE.width,
        height: CAPSULE.height,
      },
    };
  }
}
