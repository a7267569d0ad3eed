/** Status bar, navigation bar and tab bar around the pages; they follow the page on top. */
import type { AppConfig, NavigationBar, ScreenSizes } from '../../host';
import type { PageRecord } from '../page/page';
import type { PageStack } from '../page/stack';
import { createNavigationBar, NavigationBarView } from './navigation-bar';
import type { PhoneScreen } from './screen';
import { TabBarView } from './tab-bar';

export interface BarsOptions {
  readonly config: AppConfig;
  readonly stack: PageStack;
  readonly screen: PhoneScreen;
  assetUrl(path: string): string;
  openMenu(): void;
  /** Whether the page may be left, by the answer to its question. */
  ask(question: string): Promise<boolean>;
}

export class Bars {
  readonly navigationBar: NavigationBar;
  readonly tabBar: TabBarView;
  readonly #options: BarsOptions;
  readonly #navigationBarView: NavigationBarView;

  constructor(options: BarsOptions) {
    const { config, stack, screen } = options;
    this.#options = options;
    this.tabBar = new TabBarView(config, {
      assetUrl: (path) => options.assetUrl(path),
      select: (pagePath) => {
        this.#selectTab(pagePath);
      },
    });
    this.#navigationBarView = new NavigationBarView({
      back: () => {
        void this.#goBack();
      },
      home: () => {
        void stack.reLaunch(`/${config.pages[0] ?? ''}`);
      },
      menu: () => {
        options.openMenu();
      },
    });
    this.navigationBar = createNavigationBar(
      () => stack.top,
      () => {
        this.render();
      },
    );
    screen.mount(this.#navigationBarView, this.tabBar);
  }

  /** Switches to a tab. WeChat calls onTabItemTap for every tap on a page's own tab, also while the page is shown. */
  #selectTab(pagePath: string): void {
    const { config, stack } = this.#options;
    const index = config.tabBar.findIndex((tab) => tab.pagePath === pagePath);
    const { text = '' } = config.tabBar[index] ?? {};
    void stack.switchTab(`/${pagePath}`).then(() => {
      stack.top?.call('onTabItemTap', { index, pagePath, text });
    });
  }

  /** WeChat asks, if the page wanted it (wx.enableAlertBeforeUnload), before the button leaves it. */
  async #goBack(): Promise<void> {
    const { stack, ask } = this.#options;
    const question = stack.top?.bar.leaveQuestion ?? '';
    if (question === '' || (await ask(question))) await stack.navigateBack(1);
  }

  #hasCustomTabBar(): boolean {
    return Reflect.get(Object(this.#options.config.raw['tabBar']), 'custom') === true;
  }

  /** Renders all bars for the page on top. */
  render(): void {
    const { config, stack, screen } = this.#options;
    const page: PageRecord | undefined = stack.top;
    if (!page) return;
    this.tabBar.render(this.#hasCustomTabBar() ? '' : page.route);
    this.#navigationBarView.render(page, {
      canGoBack: stack.pages.length > 1,
      canGoHome: page.route !== config.pages[0] && !this.tabBar.has(page.route),
    });
    screen.setColours(page.bar.backgroundColor, page.bar.frontColor, page.config['navigationStyle'] === 'custom');
  }

  sizes(): ScreenSizes {
    const { stack, screen } = this.#options;
    return screen.sizes({
      hasNavigationBar: stack.top?.config['navigationStyle'] !== 'custom',
      hasTabBar: stack.top !== undefined && this.tabBar.has(stack.top.route) && !this.tabBar.element.hidden,
    });
  }
}
