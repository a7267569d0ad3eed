import type { Storage } from '../storage';
import type { Sdk } from './sdk';

const maxFiles = 50;

export function cloudStorage(sdk: Sdk): Storage {
  return {
    async urls(fileIds) {
      if (fileIds.length === 0) return new Map();
      const { fileList } = await sdk.getTempFileURL({ fileList: fileIds.slice(0, maxFiles) });
      return new Map(fileList.filter((file) => file.status === 0).map((file) => [file.fileID, file.tempFileURL]));
    },
    async upload(path, content) {
      return (await sdk.uploadFile({ cloudPath: path, fileContent: content })).fileID;
    },
  };
}
