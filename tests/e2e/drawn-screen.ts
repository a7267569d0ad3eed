/** A browser for drawings that a test makes itself, in place of a page of the product. */
import { launchBrowser } from '@lianxin/local-phone/testing';
import { normalLimits, screenFaults, type Fault } from '../../local/testing/screen';

export interface DrawnScreen {
  /** What is found wrong with markup that stands alone on a phone's screen. */
  faultsOf(content: string): Promise<Fault[]>;
  close(): Promise<void>;
}

/** Opens a screen of 400 × 800 px; whoever opened it closes it. */
export async function openDrawnScreen(): Promise<DrawnScreen> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 400, height: 800 } });
  return {
    async faultsOf(content) {
      await page.setContent(
        `<div class="phone-screen"><div class="phone-pages"><div class="page-frame">${content}</div></div></div>`,
      );
      return screenFaults(page, normalLimits);
    },
    close: () => browser.close(),
  };
}
