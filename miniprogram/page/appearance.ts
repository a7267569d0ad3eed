/** How large things are: WeChat's own font setting, and elder mode. */
import { session } from '../session/session';

export interface Appearance {
  readonly elder: boolean;
  /** So large that columns have to give way to rows. */
  readonly large: boolean;
  /** Goes into the style of the page's root view; styles/tokens.wxss makes every size of it. */
  readonly style: string;
}

const elderScale = 1.4;
const largestScale = 1.65;
let systemScale: number | undefined;

/** WeChat's font setting is read once a start, and again when the app comes back from the settings. */
export function readSystemScale(): void {
  const factor: unknown = wx.getAppBaseInfo().fontSizeScaleFactor;
  systemScale = typeof factor === 'number' && factor > 0 ? factor : 1;
}

export function appearance(): Appearance {
  if (systemScale === undefined) readSystemScale();
  const { elder } = session();
  const scale = Math.min(largestScale, Math.max(systemScale ?? 1, elder ? elderScale : 1));
  return { elder, large: scale > 1.3, style: `--scale: ${scale}` };
}

interface AppearancePage {
  data: { appearance: Appearance };
  setData(change: { appearance: Appearance }): void;
}

/** Call it in onShow: a page that stood in the stack takes over what was switched elsewhere. */
export function refreshAppearance(page: AppearancePage): void {
  const next = appearance();
  if (next.style !== page.data.appearance.style || next.elder !== page.data.appearance.elder)
    page.setData({ appearance: next });
}
