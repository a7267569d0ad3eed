/** The bar of tabs below tab pages, with badges and red dots. */
import type { AppConfig, TabBar } from '../../host';

export const tabBarHeightPx = 50;

interface Tab {
  readonly pagePath: string;
  readonly text: string;
  readonly iconPath: string;
  readonly selectedIconPath: string;
  readonly badge: string;
  readonly redDot: boolean;
}

interface Style {
  readonly color: string;
  readonly selectedColor: string;
  readonly backgroundColor: string;
  readonly borderStyle: string;
}

function stringOf(value: unknown, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value : fallback;
}

function readStyle(raw: unknown): Style {
  const source: Record<string, unknown> = typeof raw === 'object' && raw !== null ? { ...raw } : {};
  return {
    color: stringOf(source['color'], '#7a7e83'),
    selectedColor: stringOf(source['selectedColor'], '#3cc51f'),
    backgroundColor: stringOf(source['backgroundColor'], '#ffffff'),
    borderStyle: stringOf(source['borderStyle'], 'black'),
  };
}

/** At most 4 characters, because WeChat shows a longer badge as an ellipsis. */
function badgeText(text: string): string {
  return text.length > 4 ? '…' : text;
}

export class TabBarView implements TabBar {
  readonly element = document.createElement('nav');
  /** The nav is a landmark; the list inside it has the role of a tab list. */
  readonly #list = document.createElement('div');
  readonly #tabs: Tab[];
  readonly #style: Style;
  readonly #assetUrl: (path: string) => string;
  #current = '';
  #hidden = false;

  constructor(config: AppConfig, options: { assetUrl(path: string): string; select(pagePath: string): void }) {
    this.#assetUrl = options.assetUrl;
    this.#style = readStyle(config.raw['tabBar']);
    this.#tabs = config.tabBar.map((tab) => ({ iconPath: '', selectedIconPath: '', ...tab, badge: '', redDot: false }));
    this.element.className = 'tab-bar';
    this.#list.className = 'tab-bar-list';
    this.#list.setAttribute('role', 'tablist');
    this.element.append(this.#list);
    for (const tab of this.#tabs) {
      const element = document.createElement('button');
      element.type = 'button';
      element.setAttribute('role', 'tab');
      element.addEventListener('click', () => {
        options.select(tab.pagePath);
      });
      this.#list.append(element);
    }
  }

  has(route: string): boolean {
    return this.#tabs.some((tab) => tab.pagePath === route);
  }

  /** Shows the bar if `route` is one of its pages. */
  render(route: string): void {
    this.#current = route;
    this.element.hidden = this.#hidden || !this.has(route);
    this.element.style.background = this.#style.backgroundColor;
    this.element.style.borderTopColor = this.#style.borderStyle === 'white' ? 'transparent' : '#e5e5e5';
    for (const [index, tab] of this.#tabs.entries()) this.#renderTab(this.#list.children[index], tab);
  }

  #renderTab(element: Element | undefined, tab: Tab): void {
    if (!(element instanceof HTMLElement)) return;
    const isCurrent = tab.pagePath === this.#current;
    element.setAttribute('aria-selected', String(isCurrent));
    element.style.color = isCurrent ? this.#style.selectedColor : this.#style.color;
    const icon = (isCurrent && tab.selectedIconPath) || tab.iconPath;
    const content: HTMLElement[] = [];
    if (icon !== '') {
      const image = document.createElement('img');
      image.src = this.#assetUrl(`/${icon.replace(/^\//, '')}`);
      image.alt = '';
      content.push(image);
    }
    const label = document.createElement('span');
    label.textContent = tab.text;
    content.push(label);
    if (tab.badge !== '' || tab.redDot) {
      const badge = document.createElement('b');
      badge.className = tab.badge === '' ? 'red-dot' : 'badge';
      badge.textContent = badgeText(tab.badge);
      content.push(badge);
    }
    element.replaceChildren(...content);
  }

  #change(index: number, change: Partial<Tab>): void {
    const tab = this.#tabs[index];
    if (!tab) throw new Error('invalid index');
    Object.assign(tab, change);
    this.render(this.#current);
  }

  setBadge(index: number, text: string): void {
    this.#change(index, { badge: text, redDot: false });
  }
  removeBadge(index: number): void {
    this.#change(index, { badge: '' });
  }
  showRedDot(index: number): void {
    this.#change(index, { redDot: true, badge: '' });
  }
  hideRedDot(index: number): void {
    this.#change(index, { redDot: false });
  }
  setItem(index: number, item: { text?: string; iconPath?: string; selectedIconPath?: string }): void {
    this.#change(index, item);
  }

  setStyle(style: Partial<Style>): void {
    Object.assign(this.#style, style);
    this.render(this.#current);
  }

  show(): void {
    this.#hidden = false;
    this.render(this.#current);
  }

  hide(): void {
    this.#hidden = true;
    this.render(this.#current);
  }
}
