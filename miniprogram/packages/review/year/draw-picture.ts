/** A picture on a canvas that nobody sees, as a file. */
import type { Picture, PictureMark } from '../views/year-picture';

/** @returns the file's path; undefined where this phone cannot draw it */
export async function drawPicture({ width, height, marks }: Picture): Promise<string | undefined> {
  try {
    const canvas = wx.createOffscreenCanvas({ type: '2d', width, height });
    const context = canvas.getContext('2d');
    for (const mark of marks) draw(context, mark);
    return (await wx.canvasToTempFilePath({ canvas, fileType: 'png' })).tempFilePath;
  } catch {
    return undefined;
  }
}

function draw(context: WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D, mark: PictureMark): void {
  context.fillStyle = mark.colour;
  if (mark.kind === 'box') {
    context.fillRect(mark.x, mark.y, mark.width, mark.height);
    return;
  }
  context.font = `${mark.size}px sans-serif`;
  context.textAlign = mark.align;
  context.fillText(mark.text, mark.x, mark.y);
}

/** @returns false where the person or the phone does not let it into the album */
export async function saveToAlbum(filePath: string): Promise<boolean> {
  try {
    await wx.saveImageToPhotosAlbum({ filePath });
    return true;
  } catch {
    return false;
  }
}
