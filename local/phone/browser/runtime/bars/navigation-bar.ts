/**
 * The bar above a page: title, back or home, loading, and the capsule with the menu. Each page has its own state; the
 * bar renders that of the page on top.
 */
import type { NavigationBar } from '../../host';
import type { PageRecord } from '../page/page';

export const navigationBarHeightPx = 44;
/** The capsule, as wx.getMenuButtonBoundingClientRect reports it on most phones. */
export const capsuleSize = { width: 87, height: 32, rightPx: 7, topPx: 6 };

export interface NavigationBarActions {
  back(): void;
  home(): void;
  menu(): void;
}

function button(className: string, label: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.setAttribute('aria-label', label);
  element.addEventListener('click', onClick);
  return element;
}

export class NavigationBarView {
  readonly element = document.createElement('header');
  readonly #back: HTMLButtonElement;
  readonly #home: HTMLButtonElement;
  readonly #title = document.createElement('h1');
  readonly #loading = document.createElement('i');

  constructor(actions: NavigationBarActions) {
    this.element.className = 'navigation-bar';
    this.#back = button('bar-back', '返回', actions.back);
    this.#home = button('bar-home', '回首页', actions.home);
    this.#loading.className = 'bar-loading';
    const capsule = document.createElement('div');
    capsule.className = 'capsule';
    capsule.append(button('capsule-menu', '更多', actions.menu), button('capsule-close', '回首页', actions.home));
    this.element.append(this.#back, this.#home, this.#loading, this.#title, capsule);
  }

  render(page: PageRecord, options: { canGoBack: boolean; canGoHome: boolean }): void {
    const { bar, config } = page;
    const isCustom = config['navigationStyle'] === 'custom';
    this.element.classList.toggle('custom', isCustom);
    this.element.style.background = isCustom ? '' : bar.backgroundColor;
    this.element.style.color = bar.frontColor;
    this.element.classList.toggle('white', /^#f{3,6}$/i.test(bar.frontColor));
    this.#back.hidden = isCustom || !options.canGoBack;
    this.#home.hidden = isCustom || options.canGoBack || !options.canGoHome || bar.homeHidden;
    this.#title.textContent = bar.title;
    this.#title.hidden = isCustom;
    this.#loading.hidden = isCustom || !bar.loading;
    if (bar.title !== '') document.title = bar.title;
  }
}

/** Creates the calls by which wx.* and `navigation-bar` change the bar of the page on top. */
export function createNavigationBar(top: () => PageRecord | undefined, render: () => void): NavigationBar {
  const change = (edit: (page: PageRecord) => void): void => {
    const page = top();
    if (!page) return;
    edit(page);
    render();
  };
  const set = (part: Partial<PageRecord['bar']>): void => change(({ bar }) => void Object.assign(bar, part));
  return {
    setTitle: (title) => set({ title }),
    setColor: ({ frontColor, backgroundColor }) => {
      change(({ bar }) => {
        if (frontColor !== undefined) bar.frontColor = frontColor;
        if (backgroundColor !== undefined) bar.backgroundColor = backgroundColor;
      });
    },
    showLoading: () => set({ loading: true }),
    hideLoading: () => set({ loading: false }),
    hideHomeButton: () => set({ homeHidden: true }),
    setLeaveQuestion: (leaveQuestion) => set({ leaveQuestion }),
  };
}
