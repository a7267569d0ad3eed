/** The phone's screen: the bars, the pages, and the layer above them. */
import type { NavigationBarView } from './navigation-bar';
import { capsuleSize, navigationBarHeightPx } from './navigation-bar';
import { tabBarHeightPx, type TabBarView } from './tab-bar';
import type { ScreenSizes } from '../../host';

export class PhoneScreen {
  readonly element = document.createElement('div');
  readonly pages = document.createElement('main');
  readonly overlay = document.createElement('div');
  readonly #status = document.createElement('div');
  readonly #statusBarHeight: number;

  /**
   * @param statusBarHeight px above the navigation bar; 0 if the device shows its own status bar
   * @param isWhole whether it takes the whole window, however wide that is
   */
  constructor(statusBarHeight: number, isWhole: boolean) {
    this.#statusBarHeight = statusBarHeight;
    this.element.className = isWhole ? 'phone-screen' : 'phone-screen phone-column';
    this.#status.className = 'status-bar';
    this.#status.style.height = `${statusBarHeight}px`;
    this.element.style.setProperty('--status', `${statusBarHeight}px`);
    this.pages.className = 'phone-pages';
    this.overlay.className = 'phone-overlay';
    document.body.append(this.element);
  }

  mount(navigationBar: NavigationBarView, tabBar: TabBarView): void {
    this.element.append(this.#status, navigationBar.element, this.pages, tabBar.element, this.overlay);
  }

  /** Gives the status bar the navigation bar's colours; under a custom navigation bar it is transparent. */
  setColours(background: string, color: string, isCustom: boolean): void {
    this.#status.style.background = isCustom ? '' : background;
    this.#status.style.color = color;
    this.element.classList.toggle('custom-navigation', isCustom);
  }

  sizes(options: { hasNavigationBar: boolean; hasTabBar: boolean }): ScreenSizes {
    const { clientWidth: width, clientHeight: height } = this.element;
    const top = options.hasNavigationBar ? this.#statusBarHeight + navigationBarHeightPx : 0;
    const capsuleTop = this.#statusBarHeight + capsuleSize.topPx;
    const right = width - capsuleSize.rightPx;
    return {
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight: height - top - (options.hasTabBar ? tabBarHeightPx : 0),
      statusBarHeight: this.#statusBarHeight,
      navigationBarHeight: navigationBarHeightPx,
      tabBarHeight: tabBarHeightPx,
      menuButton: {
        left: right - capsuleSize.width,
        right,
        top: capsuleTop,
        bottom: capsuleTop + capsuleSize.height,
        width: capsuleSize.width,
        height: capsuleSize.height,
      },
    };
  }
}
