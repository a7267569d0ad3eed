/** Makes WebP of a screen's picture, in Chromium: the encoder comes with the browser that the tests pin. */
import type { Page } from 'playwright-core';

/** The part from the top that is taken, in px of the source, and its size and quality, 0 to 1. */
export interface Encoding {
  readonly height: number;
  readonly scale: number;
  readonly quality: number;
}

/** @param page any page; nothing on it changes */
export async function webpOf(page: Page, png: Buffer, encoding: Encoding): Promise<Buffer> {
  const address = await page.evaluate(
    async ({ source, height, scale, quality }) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
      const taken = Math.min(height, picture.height);
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(taken * scale);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('the browser draws no canvas');
      context.imageSmoothingQuality = 'high';
      context.drawImage(picture, 0, 0, picture.width, taken, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL('image/webp', quality);
    },
    { source: png.toString('base64'), ...encoding },
  );
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}
