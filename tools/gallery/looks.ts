/** The modes that the gallery shows, and how much of each it keeps. */
import type { Look } from '../../local/testing/screen';

export interface GalleryLook extends Look {
  /** Names the picture, as tests name windows, modes and type sizes. */
  readonly name: string;
  /** What is kept: the page's upper part, so many px of it, made smaller. */
  readonly kept: { readonly height: number; readonly scale: number };
}

/** The usual phone and the smallest, as they are and as an old person has set them. */
export const galleryLooks: readonly GalleryLook[] = [
  { name: '390-normal-1', width: 390, height: 844, elder: false, fontScale: 1, kept: { height: 1688, scale: 0.55 } },
  { name: '390-elder-1', width: 390, height: 844, elder: true, fontScale: 1, kept: { height: 844, scale: 0.5 } },
  {
    name: '320-normal-1.65',
    width: 320,
    height: 568,
    elder: false,
    fontScale: 1.65,
    kept: { height: 844, scale: 0.5 },
  },
  { name: '320-elder-1.65', width: 320, height: 568, elder: true, fontScale: 1.65, kept: { height: 844, scale: 0.5 } },
];

/** Longer pages are shown as far as this, in px. */
export const longestShown = 5_000;
