/** Photos: chosen, drawn anew, and uploaded to the cloud's storage. What may be seen of them comes with the views. */
import { limits } from '../../contracts/limits';
import { wait } from './clock';
import { jittered, newRequestId } from './random';

const pausesMs = [500, 1500] as const;
const compressQuality = 60;

const compressedPath = async (path: string, bytes: number): Promise<string> =>
  bytes <= limits.photoBytes ? path : (await wx.compressImage({ src: path, quality: compressQuality })).tempFilePath;

const maxSide = 1_600;
const drawnQuality = 0.75;

function loaded(image: WechatMiniprogram.Image, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    image.onload = () => resolve();
    image.onerror = () => reject(new Error('the picture cannot be drawn'));
    image.src = path;
  });
}

/**
 * The picture drawn anew, so that nothing but its pixels leaves the phone: neither the place where it was taken nor a
 * film behind it. Undefined where this phone cannot draw it, or holds it turned, which not every phone's canvas undoes:
 * the server draws every picture anew in any case, upright.
 */
async function redrawnPath(path: string): Promise<string | undefined> {
  try {
    const { orientation } = await wx.getImageInfo({ src: path });
    if (orientation !== 'up') return undefined;
    const canvas = wx.createOffscreenCanvas({ type: '2d', width: 1, height: 1 });
    const image = canvas.createImage();
    await loaded(image, path);
    const scale = Math.min(1, maxSide / Math.max(image.width, image.height));
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    const context = canvas.getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return (await wx.canvasToTempFilePath({ canvas, fileType: 'jpg', quality: drawnQuality })).tempFilePath;
  } catch {
    return undefined;
  }
}

/**
 * Out of the temporary folder, so that a draft finds it after WeChat was closed; where that fails the temporary path
 * must do.
 */
function savedPath(path: string): Promise<string> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().saveFile({
      tempFilePath: path,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(path),
    });
  });
}

/** Lets the person take or choose up to `count` pictures; none when they think better of it. */
export async function choosePhotos(count: number): Promise<string[]> {
  try {
    const { tempFiles } = await wx.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] });
    return await Promise.all(
      tempFiles.map(async ({ tempFilePath, size }) =>
        savedPath((await redrawnPath(tempFilePath)) ?? (await compressedPath(tempFilePath, size))),
      ),
    );
  } catch {
    return [];
  }
}

async function uploadOnce(cloudPath: string, path: string): Promise<string | undefined> {
  try {
    return (await wx.cloud.uploadFile({ cloudPath, filePath: path })).fileID;
  } catch {
    return undefined;
  }
}

/** The picture's file id, or nothing when the network stayed away; the same path may be tried again later. */
export async function uploadPhoto(path: string): Promise<string | undefined> {
  const cloudPath = `photos/${newRequestId()}.jpg`;
  let fileId = await uploadOnce(cloudPath, path);
  for (const pauseMs of pausesMs) {
    if (fileId !== undefined) return fileId;
    await wait(jittered(pauseMs));
    fileId = await uploadOnce(cloudPath, path);
  }
  return fileId;
}
