/** The windows, modes and type sizes in which every page has to stand. */
import { elderLimits, normalLimits, type Measurement } from './screen';

/**
 * Small, usual and large phones; and a laptop's window of 1366 × 650, in which the phone is 375 px wide and as high as
 * the frame lets it.
 */
const windows = [
  { name: '390', width: 390, height: 844 },
  { name: '320', width: 320, height: 568 },
  { name: '430', width: 430, height: 932 },
  { name: '1366', width: 375, height: 578 },
] as const;
const modes = [
  { mode: 'normal', elder: false, limits: normalLimits },
  { mode: 'elder', elder: true, limits: elderLimits },
] as const;
const fontScales = [1, 1.65] as const;

/**
 * Rules do not depend on the look. Colours depend on the mode; what covers a text depends on the width and the size of
 * type.
 */
function axeIn(name: string): Measurement['axe'] {
  if (name === '390 normal 1') return 'all';
  return name === '390 elder 1' || name === '320 elder 1.65' ? 'contrast' : 'none';
}

/** Every window in every mode and type size, named as the list of known faults names them: `320 elder 1.65`. */
export const variants: readonly Measurement[] = modes.flatMap(({ mode, elder, limits }) =>
  fontScales.flatMap((fontScale) =>
    windows.map(({ name: window, width, height }) => {
      const name = `${window} ${mode} ${fontScale}`;
      return { name, width, height, elder, fontScale, limits, axe: axeIn(name) };
    }),
  ),
);
