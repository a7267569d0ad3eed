/** The canvas on which a photo is drawn, with what is to be black. */
import type { Rectangle } from '../../../contracts/moderation';
import { boxOf, boxWithin, type Box } from '../views/drawn-rectangle';

export interface Surface {
  readonly canvas: WechatMiniprogram.Canvas;
  readonly image: WechatMiniprogram.Image;
  /** Where the picture stands on the canvas, in pixels of the screen. */
  readonly picture: Box;
}

interface Found {
  readonly node?: WechatMiniprogram.Canvas;
  readonly width?: number;
  readonly height?: number;
}

/** Dots of the canvas for each pixel of the screen. */
const density = 2;

/** The canvas with a photo on it, whole; null where it cannot be drawn. */
export function findSurface(selector: string, url: string): Promise<Surface | null> {
  return new Promise((resolve) => {
    wx.createSelectorQuery()
      .select(selector)
      .fields({ node: true, size: true })
      .exec(([found]: [Found | null]) => {
        const { node: canvas, width = 0, height = 0 } = found ?? {};
        if (!canvas) return resolve(null);
        const image = canvas.createImage();
        image.onload = () => {
          canvas.width = width * density;
          canvas.height = height * density;
          resolve({ canvas, image, picture: boxWithin({ width, height }, image) });
        };
        image.onerror = () => resolve(null);
        image.src = url;
      });
  });
}

/** Where the canvas stands on the screen now. */
export function findBox(selector: string): Promise<Box | null> {
  return new Promise((resolve) => {
    wx.createSelectorQuery()
      .select(selector)
      .boundingClientRect((box: Box | null) => resolve(box))
      .exec();
  });
}

/** The photo, and what is to be black over it. */
export function drawPicture({ canvas, image, picture }: Surface, rectangles: readonly Rectangle[]): void {
  const context = canvas.getContext('2d');
  const fill = (box: Box): void =>
    context.fillRect(box.left * density, box.top * density, box.width * density, box.height * density);
  const { left, top, width, height } = picture;
  context.drawImage(image, left * density, top * density, width * density, height * density);
  context.fillStyle = '#000000';
  for (const rectangle of rectangles) fill(boxOf(rectangle, picture));
}
