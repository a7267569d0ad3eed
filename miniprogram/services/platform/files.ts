/** Photos: chosen, uploaded to the cloud's storage, and read from there. */
import { limits } from '../../contracts/limits';
import { wait } from './clock';
import { jittered, newRequestId } from './random';

const pausesMs = [500, 1500] as const;
const compressQuality = 60;

const compressedPath = async (path: string, bytes: number): Promise<string> =>
  bytes <= limits.photoBytes ? path : (await wx.compressImage({ src: path, quality: compressQuality })).tempFilePath;

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
      tempFiles.map(async (file) => savedPath(await compressedPath(file.tempFilePath, file.size))),
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

/** Addresses at which uploaded pictures can be seen, in the order of `fileIds`; '' where there is none. */
export async function photoUrls(fileIds: readonly string[]): Promise<string[]> {
  if (fileIds.length === 0) return [];
  try {
    const { fileList } = await wx.cloud.getTempFileURL({ fileList: [...fileIds] });
    return fileIds.map((fileId) => fileList.find((file) => file.fileID === fileId)?.tempFileURL ?? '');
  } catch {
    return fileIds.map(() => '');
  }
}
