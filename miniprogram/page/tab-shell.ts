/**
 * A tab whose content is a component of a subpackage, which is fetched when the tab is first opened: the main package
 * stays small (docs/adr/0081). The component has the class `content` and is registered by
 * packages/passbook/page/tab-content.ts.
 */
import { loadingRefusal } from '../text/errors';
import { appearance, refreshAppearance, type Appearance } from './appearance';
import { isFetched } from './missing-package';

interface ShellData {
  appearance: Appearance;
  /** How often the tab came to the front: its content reads again. */
  shows: number;
  /** Why the content could not be fetched; '' while it stands there or is on its way. */
  problem: string;
}

interface Content {
  readonly data: object;
  onPullDownRefresh(): unknown;
}

interface Shell {
  data: ShellData;
  setData(change: Partial<ShellData>): void;
  selectComponent(selector: string): object | null;
  content(): Content | null;
}

/** While the package is on its way, the placeholder stands in its place. */
const isContent = (found: object | null): found is Content => isFetched(found) && 'onPullDownRefresh' in found;

export function tabShell() {
  return {
    data: { appearance: appearance(), shows: 0, problem: '' },
    onShow(this: Shell): void {
      refreshAppearance(this);
      this.setData({ shows: this.data.shows + 1 });
    },
    async onPullDownRefresh(this: Shell): Promise<void> {
      await this.content()?.onPullDownRefresh();
      wx.stopPullDownRefresh();
    },
    /** The component in the tab, once it is there. */
    content(this: Shell): Content | null {
      const found = this.selectComponent('.content');
      return isContent(found) ? found : null;
    },
    /** Its package could not be fetched (page/missing-package.ts). */
    contentFailed(this: Shell): void {
      if (this.content() === null) this.setData({ problem: loadingRefusal('NETWORK') });
    },
    /** The content is put there anew, and its package asked for again. */
    retry(this: Shell): void {
      this.setData({ problem: '' });
    },
  };
}
