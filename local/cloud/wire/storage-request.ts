import { BadPath } from '../storage/paths';
import { defaultAgeSeconds, type Storage } from '../storage/storage';
import { isFields, listOf, numberOf, textOf, textsOf, type Fields } from '../values';
import { failure, success, type WireAnswer } from './reply';

const batchLimit = 50;

type Handler = (storage: Storage, request: Fields) => WireAnswer;

const tooMany = (count: number) => failure('INVALID_PARAM', `at most ${batchLimit} files at once, not ${count}`);

const getUploadMetadata: Handler = (storage, request) => {
  const target = storage.uploadTarget(textOf(request['path']));
  // the SDK puts cosFileId into a header, which takes no Chinese
  return success({
    url: target.url,
    token: 'local',
    authorization: target.authorization,
    fileId: target.fileID,
    cosFileId: encodeURIComponent(target.fileID),
  });
};

const batchGetDownloadUrl: Handler = (storage, request) => {
  const files = listOf(request['file_list']).filter(isFields);
  if (files.length > batchLimit) return tooMany(files.length);
  const list = files.map((file) => {
    const fileID = textOf(file['fileid']);
    const ageSeconds = numberOf(file['max_age'], defaultAgeSeconds);
    const { code, url } = storage.downloadUrl(fileID, ageSeconds);
    return { code, fileID, tempFileURL: url, maxAge: ageSeconds };
  });
  return success({ download_list: list });
};

const batchDeleteFile: Handler = (storage, request) => {
  const files = textsOf(request['fileid_list']);
  if (files.length > batchLimit) return tooMany(files.length);
  return success({ delete_list: files.map((fileID) => ({ fileID, code: storage.remove(fileID) })) });
};

const batchCopyFile: Handler = (storage, request) => {
  const files = listOf(request['file_list']).filter(isFields);
  const list = files.map((file) => {
    const [from, to] = [textOf(file['src_path']), textOf(file['dst_path'])];
    const code = storage.copy(from, to, file['overwrite'] !== false);
    if (code === 'SUCCESS' && file['remove_original'] === true) storage.clearFile(from);
    return { src_path: from, code };
  });
  return success({ copy_list: list });
};

const handlers: Readonly<Record<string, Handler>> = {
  'storage.getUploadMetadata': getUploadMetadata,
  'storage.batchGetDownloadUrl': batchGetDownloadUrl,
  'storage.batchDeleteFile': batchDeleteFile,
  'storage.batchCopyFile': batchCopyFile,
};

/** @returns undefined for an action that is none of these */
export function handleStorageRequest(storage: Storage, request: Fields): WireAnswer | undefined {
  const handler = handlers[textOf(request['action'])];
  if (!handler) return undefined;
  try {
    return handler(storage, request);
  } catch (error) {
    if (error instanceof BadPath) return failure('INVALID_PARAM', error.message);
    throw error;
  }
}
