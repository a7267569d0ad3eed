/** The windows, modes and type sizes in which every page has to stand, and how a page that is open takes them. */
import type { Page } from 'playwright-core';
import { elderLimits, normalLimits, type Limits } from './screen';

export interface Variant {
  /** As the list of known faults names it: `320 elder 1.65`. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly elder: boolean;
  readonly fontScale: number;
  readonly limits: Limits;
}

/** Small, usual and large phones; and a laptop's window, in which the phone is 375 px wide and as high as there is room. */
const windows = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
  { width: 430, height: 932 },
  { width: 1366, height: 650 },
] as const;
const modes = [
  { mode: 'normal', elder: false, limits: normalLimits },
  { mode: 'elder', elder: true, limits: elderLimits },
] as const;
const fontScales = [1, 1.65] as const;

/** Every window in every mode and type size; the first is what most people have. */
export const variants: readonly Variant[] = modes.flatMap(({ mode, elder, limits }) =>
  fontScales.flatMap((fontScale) =>
    windows.map(({ width, height }) => ({
      name: `${width} ${mode} ${fontScale}`,
      ...{ width, height, elder, fontScale, limits },
    })),
  ),
);

interface Phone {
  readonly __lianxin: { setData(change: object): void };
}

/**
 * Gives an open page the look of a variant without opening it again: the window's size, and what `refreshLook` of
 * `miniprogram/session/look.ts` would set. tests/e2e/in-place.test.ts holds that the page is then as if opened so.
 */
export async function takeVariant(page: Page, { width, height, elder, fontScale }: Variant): Promise<void> {
  const { width: widthNow, height: heightNow } = page.viewportSize() ?? {};
  if (width !== widthNow || height !== heightNow) await page.setViewportSize({ width, height });
  const scale = Math.max(fontScale, elder ? 1.4 : 1);
  await page.evaluate(
    (look) => {
      (globalThis as unknown as Phone).__lianxin.setData({ look });
      return new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())));
    },
    { elder, large: scale > 1.3, style: `--scale: ${scale}` },
  );
}
