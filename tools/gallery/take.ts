/** Takes the pictures of a visit: the whole page in each look. */
import type { Page } from 'playwright-core';
import { stillness, type DemoPhone } from '../../local/testing/demo-phone';
import { takeLook, takeWholeLook } from '../../local/testing/screen';
import { saturdayMorning, type Visit } from '../../local/testing/visits';
import { galleryLooks, longestShown, type GalleryLook } from './looks';
import { webpOf } from './webp';

export interface Taken {
  readonly look: GalleryLook;
  /** The page as a reviewer sees it, WebP. */
  readonly shown: Buffer;
  /** What is kept of it, WebP. */
  readonly kept: Buffer;
}

const shownQuality = 0.75;
const keptQuality = 0.3;
/** A window that the longest page fits into. */
const wide = { width: 640, height: longestShown };

/**
 * Opens a page on a phone that remembers nothing, at the same minute for each: pictures depend neither on how fast they
 * are taken nor on which were taken before.
 */
async function openFresh({ product, page, open, quiet }: DemoPhone, visit: Visit): Promise<void> {
  await product.post('/local/clock', { now: saturdayMorning, timers: 'skip' });
  await page.evaluate(() => {
    if (location.protocol !== 'about:') localStorage.clear();
  });
  await open(visit);
  await quiet();
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  await stillness(page);
}

/** @param encoder a page that makes WebP of what is taken; nothing has to stand on it */
export async function takeVisit(phone: DemoPhone, encoder: Page, visit: Visit): Promise<Taken[]> {
  const { page } = phone;
  const window = page.viewportSize();
  await openFresh(phone, visit);
  await page.setViewportSize(wide);
  // The first look follows another, as all others do: what was drawn while the page came in is drawn anew.
  const last = galleryLooks.at(-1);
  if (last) await takeWholeLook(page, last, longestShown);
  const taken: Taken[] = [];
  for (const look of galleryLooks) {
    await takeWholeLook(page, look, longestShown);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const png = await page.locator('.phone-screen').screenshot({ animations: 'disabled' });
    taken.push({
      look,
      shown: await webpOf(encoder, png, { height: longestShown, scale: 1, quality: shownQuality }),
      kept: await webpOf(encoder, png, { ...look.kept, quality: keptQuality }),
    });
  }
  if (window) await page.setViewportSize(window);
  return taken;
}

/** The first screen of a visit on the phone that README shows, PNG. */
export async function takeScreen(phone: DemoPhone, visit: Visit): Promise<Buffer> {
  await openFresh(phone, visit);
  await takeLook(phone.page, { width: 375, height: 812, elder: false, fontScale: 1 });
  return phone.page.locator('.phone-screen').screenshot({ animations: 'disabled' });
}
