/** Creates pages: loads their package, prepares their components, and creates the engine's root. */
import type { AssociatedBackend, Root } from 'glass-easel-miniprogram-adapter';
import { asBackendElement, callerOf, domOf, instanceOf, type CodeSpace } from '../platform/engine';
import { PageRecord } from './page';
import type { Registry } from '../registry/registry';
import { formatPath, type PageAddress } from '../app/url';

export interface PageFactoryOptions {
  readonly registry: Registry;
  readonly space: CodeSpace;
  readonly backend: AssociatedBackend;
  readonly container: HTMLElement;
  loadPackageOf(route: string): Promise<void>;
}

const customTabBarName = 'custom-tab-bar/index';

function attachRoot(root: Root, parent: HTMLElement, placeholder: HTMLElement): void {
  root.attach(asBackendElement(parent), asBackendElement(placeholder));
}

function windowConfig(raw: Record<string, unknown>): Record<string, unknown> {
  const own = raw['window'];
  return typeof own === 'object' && own !== null ? { ...own } : {};
}

export class PageFactory {
  readonly #options: PageFactoryOptions;

  constructor(options: PageFactoryOptions) {
    this.#options = options;
  }

  /**
   * Encodes query values once more, since the engine decodes them into properties, and a page gets them as they were
   * written.
   */
  #createRoot({ route, query }: PageAddress): Root {
    const encoded = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, encodeURIComponent(value)]));
    return this.#options.backend.createRoot('wx-page', this.#options.space, formatPath(route, encoded));
  }

  async create(address: PageAddress): Promise<PageRecord | undefined> {
    const { registry, container } = this.#options;
    await this.#options.loadPackageOf(address.route);
    const component = registry.components.get(address.route);
    if (!component?.isPage) return undefined;
    registry.prepare(address.route);
    const root = this.#createRoot(address);
    domOf(root.getComponent())?.setAttribute('data-route', address.route);
    const config = { ...windowConfig(registry.app.raw), ...component.json };
    const options = {
      route: address.route,
      query: address.query,
      config,
      instance: instanceOf(root.getComponent()),
      root: {
        getComponent: () => root.getComponent(),
        attach: (parent: HTMLElement, placeholder: HTMLElement) => {
          attachRoot(root, parent, placeholder);
        },
        release: () => {
          root.release();
        },
      },
    };
    const page = new PageRecord(options, container);
    page.frame.hidden = true;
    return page;
  }

  /** Adds the custom tab bar, which is one component for each tab page; `getTabBar()` answers it. */
  addCustomTabBar(page: PageRecord): void {
    const { registry, space, backend } = this.#options;
    if (Reflect.get(Object(registry.app.raw['tabBar']), 'custom') !== true) return;
    if (!registry.components.has(customTabBarName)) return;
    registry.prepare(customTabBarName);
    const root = backend.createRoot('custom-tab-bar', space, customTabBarName);
    const placeholder = document.createElement('div');
    page.frame.append(placeholder);
    attachRoot(root, page.frame, placeholder);
    const caller = callerOf(root.getComponent());
    Object.assign(page.instance, { getTabBar: () => caller });
  }
}
