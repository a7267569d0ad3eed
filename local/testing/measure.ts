/** Measures what stands on the screen in every window, mode and type size. */
import type { Page } from 'playwright-core';
import { picturesFolder, takePicture } from '@lianxin/local-phone/testing';
import { FoundFaults } from './known-faults';
import { measureLooks, takeLook } from './screen';
import { variants } from './variants';

/** A picture of each look, for whoever asked for pictures. */
async function takePictures(page: Page, name: string): Promise<void> {
  if (picturesFolder() === undefined) return;
  for (const variant of variants) {
    await takeLook(page, variant);
    await takePicture(page.locator('.phone-screen'), `${name}-${variant.name.replaceAll(' ', '-')}`);
  }
}

/**
 * What is wrong with the page that is open, or with the sheet on it. It is opened once and takes every look in place.
 */
export async function measure(page: Page, name: string): Promise<FoundFaults> {
  const found = new FoundFaults(name);
  for (const { name: variant, faults } of await measureLooks(page, variants)) found.add(variant, faults);
  await takePictures(page, name);
  found.write();
  return found;
}
