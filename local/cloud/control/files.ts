import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import * as v from 'valibot';
import { BodyTooLarge, readWebBody } from '../http/body';
import type { CloudServices } from '../services';
import { mayClientAccess, noteOwner } from '../storage/access';
import { BadPath, cloudPathOf, decodeAddress } from '../storage/paths';
import { defaultAgeSeconds } from '../storage/storage';
import { readInput } from './input';

const uploadLimitBytes = 50 * 1024 * 1024;
const pathPrefix = '/local/files/';

const urlsSchema = v.strictObject({
  fileList: v.array(v.union([v.string(), v.object({ fileID: v.string(), maxAge: v.optional(v.number()) })])),
});
const deleteSchema = v.strictObject({ fileList: v.array(v.string()) });

const notAuthorized = 'STORAGE_EXCEED_AUTHORITY';

/** How `wx.cloud` words what became of one file. */
function fileStatus(code: string): { status: number; errMsg: string } {
  if (code === 'SUCCESS') return { status: 0, errMsg: 'ok' };
  return code === notAuthorized
    ? { status: -503002, errMsg: notAuthorized }
    : { status: -503003, errMsg: 'storage file not exists' };
}

function addUpload(app: Hono, services: CloudServices): void {
  const { storage } = services;
  app.post(`${pathPrefix}*`, async (context) => {
    const cloudPath = decodeAddress(new URL(context.req.url).pathname.slice(pathPrefix.length)) ?? '';
    try {
      const content = await readWebBody(context.req.raw.body, uploadLimitBytes);
      const openid = context.req.header('x-openid');
      if (!mayClientAccess(services, 'write', cloudPath, openid))
        return context.json({ errCode: -503002, errMsg: `cloud.uploadFile:fail ${notAuthorized}` }, 403);
      noteOwner(services, cloudPath, openid);
      return context.json({
        fileID: await storage.write(cloudPath, Readable.from([content])),
        errMsg: 'cloud.uploadFile:ok',
      });
    } catch (error) {
      if (error instanceof BodyTooLarge)
        return context.json({ errCode: -503001, errMsg: 'cloud.uploadFile:fail the file is too large' }, 413);
      if (error instanceof BadPath)
        return context.json({ errCode: -503001, errMsg: `cloud.uploadFile:fail ${error.message}` }, 400);
      throw error;
    }
  });
}

/**
 * The phone's files: `POST /local/files/<cloudPath>` (the bytes) → `{ fileID }`; `POST /local/file-urls` and
 * `POST /local/files-delete` with `{ fileList }` → `{ fileList }` in the shape of `wx.cloud`.
 */
export function addFiles(app: Hono, services: CloudServices): void {
  const { storage } = services;
  const clientAccess =
    (openid: string | undefined) =>
    (action: 'read' | 'write', fileId: string): boolean =>
      mayClientAccess(services, action, cloudPathOf(fileId) ?? '', openid);
  addUpload(app, services);
  app.post('/local/file-urls', async (context) => {
    const { fileList } = await readInput(context, urlsSchema);
    const isAllowed = clientAccess(context.req.header('x-openid'));
    const list = fileList.map((file) => {
      const { fileID, maxAge = defaultAgeSeconds } = typeof file === 'string' ? { fileID: file } : file;
      const { code, url } = isAllowed('read', fileID)
        ? storage.downloadUrl(fileID, maxAge)
        : { code: notAuthorized, url: '' };
      return { fileID, tempFileURL: url, maxAge, ...fileStatus(code) };
    });
    return context.json({ fileList: list, errMsg: 'cloud.getTempFileURL:ok' });
  });
  app.post('/local/files-delete', async (context) => {
    const { fileList } = await readInput(context, deleteSchema);
    const isAllowed = clientAccess(context.req.header('x-openid'));
    return context.json({
      fileList: fileList.map((fileID) => ({
        fileID,
        ...fileStatus(isAllowed('write', fileID) ? storage.remove(fileID) : notAuthorized),
      })),
      errMsg: 'cloud.deleteFile:ok',
    });
  });
}
