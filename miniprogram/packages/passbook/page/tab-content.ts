/** What a tab shows, as a component of a subpackage; the tab itself is page/tab-shell.ts (docs/adr/0081). */

type Methods = Record<string, (...args: never[]) => unknown>;
interface Content {
  /** How often the tab came to the front. */
  readonly properties: { readonly shows: number };
  isAttached?: boolean;
  onLoad?(query: object): void;
  onShow?(): void;
}

/**
 * Registers what is written like a page as such a component: `onLoad` when it stands in the tab, `onShow` whenever the
 * tab comes to the front, also where the package came later than the tab.
 */
export function tabContent<Data extends WechatMiniprogram.IAnyObject, Custom extends WechatMiniprogram.IAnyObject>(
  page: WechatMiniprogram.Page.Options<Data, Custom> & { data: Data },
): void {
  const methods: Methods = {};
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries<unknown>(page)) {
    if (isMethod(value)) methods[name] = value;
    else if (name !== 'data') fields[name] = value;
  }
  const { appearance, ...data } = page.data;
  Component({
    properties: { shows: Number, appearance: { type: Object, value: appearance } },
    data,
    methods,
    observers: {
      shows(this: Content) {
        if (this.isAttached === true) this.onShow?.();
      },
    },
    lifetimes: {
      created() {
        Object.assign(this, fields);
      },
      attached(this: Content) {
        this.isAttached = true;
        this.onLoad?.({});
        if (this.properties.shows > 0) this.onShow?.();
      },
    },
  });
}

function isMethod(value: unknown): value is Methods[string] {
  return typeof value === 'function';
}
