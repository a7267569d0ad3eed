import type { Storage } from '../storage';
import type { Sdk } from './sdk';

const maxFiles = 50;
/** Long enough to look at an order, too short to be passed on. */
const linkAgeSeconds = 600;
/** What the SDK says of a file that is not there, or of an id that is none. */
const absentCodes: readonly unknown[] = [-503003, 'STORAGE_FILE_NONEXIST', 'INVALID_PARAM'];

export function cloudStorage(sdk: Sdk): Storage {
  return {
    async urls(fileIds) {
      if (fileIds.length === 0) return new Map();
      const asked = fileIds.slice(0, maxFiles).map((fileID) => ({ fileID, maxAge: linkAgeSeconds }));
      const { fileList } = await sdk.getTempFileURL({ fileList: asked });
      return new Map(fileList.filter((file) => file.status === 0).map((file) => [file.fileID, file.tempFileURL]));
    },
    async download(fileId) {
      try {
        return (await sdk.downloadFile({ fileID: fileId })).fileContent;
      } catch (error) {
        if (isAbsent(error)) return undefined;
        throw error;
      }
    },
    async remove(fileIds) {
      if (fileIds.length > 0) await sdk.deleteFile({ fileList: fileIds.slice(0, maxFiles) });
    },
    async upload(path, content) {
      return (await sdk.uploadFile({ cloudPath: path, fileContent: content })).fileID;
    },
  };
}

function isAbsent(error: unknown): boolean {
  const { errCode, code }: { errCode?: unknown; code?: unknown } = Object(error);
  return absentCodes.includes(errCode) || absentCodes.includes(code);
}
