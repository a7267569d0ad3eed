/** Measures what stands on the screen in every window, mode and type size. */
import type { Page } from 'playwright-core';
import { screenshot } from './browser';
import { stillness } from './demo-phone';
import { FoundFaults } from './known-faults';
import { axeFaults, contrastOf, screenFaults, type Fault } from './screen';
import { takeVariant, variants, type Variant } from './variants';

/** Colours depend on the mode, and large type is judged more mildly; whether a text is covered depends on the width, too. */
async function contrastIn(page: Page, { width, elder, fontScale }: Variant): Promise<readonly Fault[]> {
  if (width === 390 && !elder && fontScale === 1) return axeFaults(page);
  const isJudged = (width === 390 && elder && fontScale === 1) || (width === 320 && fontScale > 1);
  return isJudged ? (await contrastOf(page)).faults : [];
}

/** What is wrong with the page that is open, or with the sheet on it. It is opened once and takes every look in place. */
export async function measure(page: Page, name: string): Promise<FoundFaults> {
  const found = new FoundFaults(name);
  for (const variant of variants) {
    await takeVariant(page, variant);
    await stillness(page);
    found.add(variant.name, [...(await screenFaults(page, variant.limits)), ...(await contrastIn(page, variant))]);
    await screenshot(page, `${name}-${variant.name.replaceAll(' ', '-')}`);
  }
  found.write();
  return found;
}
