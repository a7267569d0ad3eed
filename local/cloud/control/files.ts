import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import * as v from 'valibot';
import type { CloudServices } from '../services';
import { BadPath, decodeAddress } from '../storage/paths';
import { defaultAgeSeconds } from '../storage/storage';
import { readInput } from './input';

const uploadLimitBytes = 50 * 1024 * 1024;
const pathPrefix = '/local/files/';

const urlsSchema = v.strictObject({
  fileList: v.array(v.union([v.string(), v.object({ fileID: v.string(), maxAge: v.optional(v.number()) })])),
});
const deleteSchema = v.strictObject({ fileList: v.array(v.string()) });

/** How `wx.cloud` words what became of one file. */
const fileStatus = (code: string) =>
  code === 'SUCCESS' ? { status: 0, errMsg: 'ok' } : { status: -503003, errMsg: 'storage file not exists' };

/**
 * The phone's files: `POST /local/files/<cloudPath>` (the bytes) → `{ fileID }`; `POST /local/file-urls` and
 * `POST /local/files-delete` with `{ fileList }` → `{ fileList }` in the shape of `wx.cloud`.
 */
export function addFiles(app: Hono, services: CloudServices): void {
  const { storage } = services;
  app.post(`${pathPrefix}*`, async (context) => {
    const cloudPath = decodeAddress(new URL(context.req.url).pathname.slice(pathPrefix.length)) ?? '';
    const sizeBytes = Number(context.req.header('content-length') ?? 0);
    if (sizeBytes > uploadLimitBytes)
      return context.json({ errCode: -503001, errMsg: 'cloud.uploadFile:fail the file is too large' }, 413);
    try {
      const content = Buffer.from(await context.req.arrayBuffer());
      return context.json({
        fileID: await storage.write(cloudPath, Readable.from([content])),
        errMsg: 'cloud.uploadFile:ok',
      });
    } catch (error) {
      if (error instanceof BadPath)
        return context.json({ errCode: -503001, errMsg: `cloud.uploadFile:fail ${error.message}` }, 400);
      throw error;
    }
  });
  app.post('/local/file-urls', async (context) => {
    const { fileList } = await readInput(context, urlsSchema);
    const list = fileList.map((file) => {
      const { fileID, maxAge = defaultAgeSeconds } = typeof file === 'string' ? { fileID: file } : file;
      const { code, url } = storage.downloadUrl(fileID, maxAge);
      return { fileID, tempFileURL: url, maxAge, ...fileStatus(code) };
    });
    return context.json({ fileList: list, errMsg: 'cloud.getTempFileURL:ok' });
  });
  app.post('/local/files-delete', async (context) => {
    const { fileList } = await readInput(context, deleteSchema);
    return context.json({
      fileList: fileList.map((fileID) => ({ fileID, ...fileStatus(storage.remove(fileID)) })),
      errMsg: 'cloud.deleteFile:ok',
    });
  });
}
