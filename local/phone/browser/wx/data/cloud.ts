import type { Host } from '../../host';
import { cloudFileUrl } from '../../builtin/device/cloud-file';
import { readFileAt, createTemporaryFile } from '../../builtin/device/temporary-files';
import {
  asRecord,
  asList,
  asNumber,
  asText,
  isFunction,
  isRecord,
  type UnknownRecord,
} from '../../builtin/support/values';
import { databaseKey } from '../database/key';
import { api, ApiFailure, requireList, requireText, type Answer, type Options } from '../support/call';
import { transferTask, type Progress } from '../support/transfer';
import { sendOutside, type OutsideAnswer } from './request';

/** 微信后台通用错误：系统网络错误 */
const networkErrorCode = -601_003;

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Sends a request to the local cloud and answers its JSON. @throws ApiFailure with WeChat's errCode */
async function send(host: Host, path: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await host.request(path, init);
  } catch (error) {
    throw new ApiFailure(error instanceof Error ? error.message : 'request:fail', { errCode: networkErrorCode });
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  const failed = asRecord(answer);
  throw new ApiFailure(asText(failed['errMsg'], `${response.status} ${response.statusText}`), {
    errCode: asNumber(failed['errCode'], -601_001),
  });
}

/**
 * At most 100 KB, because WeChat's documentation (云开发能力) limits the event of one call to that; the cloud itself allows
 * more.
 */
const maxEventBytes = 100 * 1024;

async function callFunction(host: Host, options: Options): Promise<Answer> {
  const name = requireText(options, 'name');
  const event = json(options['data'] ?? {});
  const sizeBytes = new Blob([String(event.body)]).size;
  if (sizeBytes > maxEventBytes)
    throw new ApiFailure(`data exceed max size: ${sizeBytes} bytes, at most ${maxEventBytes}`, { errCode: -501_007 });
  const result = await send(host, `/local/functions/${encodeURIComponent(name)}`, event);
  return { result, requestID: crypto.randomUUID() };
}

async function temporaryUrls(host: Host, options: Options): Promise<Answer> {
  const fileList = requireList(options, 'fileList').map((file) =>
    isRecord(file) ? { fileID: asText(file['fileID']), maxAge: asNumber(file['maxAge'], 7200) } : asText(file),
  );
  return { fileList: asList(asRecord(await send(host, '/local/file-urls', json({ fileList })))['fileList']) };
}

async function download(host: Host, options: Options, progress: Progress): Promise<Answer> {
  const fileId = requireText(options, 'fileID');
  const address = await cloudFileUrl(host, fileId).catch((error: unknown) => {
    throw new ApiFailure(error instanceof Error ? error.message : '', { errCode: -503_003 });
  });
  const response = await host.request(address, { signal: progress.signal });
  if (!response.ok) throw new ApiFailure(`download:fail ${response.status}`, { errCode: -503_003 });
  const content = await response.blob();
  progress.report(content.size, content.size);
  return {
    statusCode: response.status,
    tempFilePath: createTemporaryFile(new File([content], fileId.split('/').pop() ?? 'file', { type: content.type })),
  };
}

async function fetchOwn(
  host: Host,
  address: string,
  signal: AbortSignal,
): Promise<Pick<OutsideAnswer, 'statusCode' | 'content'>> {
  const response = await host.request(address, { signal });
  return { statusCode: response.status, content: await response.blob() };
}

/** wx.downloadFile: a file by its address, into the temporary folder; of its own cloud, or where the app may reach. */
async function downloadUrl(host: Host, options: Options, progress: Progress): Promise<Answer> {
  const address = requireText(options, 'url');
  const { signal } = progress;
  const isOutside = new URL(address, location.href).origin !== location.origin && !address.startsWith('blob:');
  const { statusCode, content } = isOutside
    ? await sendOutside(host, { url: address, method: 'GET', header: {}, signal })
    : await fetchOwn(host, address, signal);
  progress.report(content.size, content.size);
  const name = new URL(address, location.href).pathname.split('/').pop() ?? 'file';
  return {
    statusCode,
    tempFilePath: createTemporaryFile(new File([content], name, { type: content.type })),
  };
}

export function downloadApis(host: Host): Record<string, unknown> {
  return {
    downloadFile: transferTask(host, 'downloadFile', (options, progress) => downloadUrl(host, options, progress)),
  };
}

async function upload(host: Host, options: Options, progress: Progress): Promise<Answer> {
  const cloudPath = requireText(options, 'cloudPath');
  const filePath = requireText(options, 'filePath');
  const file = await readFileAt(filePath, host.assetUrl(filePath));
  const address = `/local/files/${cloudPath.split('/').map(encodeURIComponent).join('/')}`;
  const { status, text } = await progress.send(address, file);
  const answer: UnknownRecord = asRecord(text === '' ? {} : JSON.parse(text));
  if (status !== 200)
    throw new ApiFailure(asText(answer['errMsg'], `${status}`), { errCode: asNumber(answer['errCode'], -503_001) });
  return { fileID: asText(answer['fileID']), statusCode: status };
}

/**
 * `wx.cloud.database()`: one creator for the whole phone, from the script that is there for apps that name it.
 * @throws Error in an app of which the compiler could not tell that it needs the script
 */
function databaseApi(host: Host): (options?: unknown) => unknown {
  let create: ((options?: unknown) => unknown) | undefined;
  return (options) => {
    const make: unknown = Reflect.get(globalThis, databaseKey);
    if (create === undefined && isFunction(make)) {
      const made = make({ send: (path: string, body: object, signal?: AbortSignal) => post(host, path, body, signal) });
      if (isFunction(made)) create = made;
    }
    if (create === undefined) throw new Error('wx.cloud.database: no script of the app names it');
    return create(options);
  };
}

const post = (host: Host, path: string, body: object, signal?: AbortSignal): Promise<unknown> =>
  send(host, path, { ...json(body), ...(signal !== undefined && { signal }) });

/** The calls of `wx.cloud` that a mini-program makes, sent to the local cloud. */
export function cloudApis(host: Host): Record<string, unknown> {
  return {
    init: () => undefined,
    database: databaseApi(host),
    callFunction: api('cloud.callFunction', (options) => callFunction(host, options)),
    uploadFile: transferTask(host, 'cloud.uploadFile', (options, progress) => upload(host, options, progress)),
    downloadFile: transferTask(host, 'cloud.downloadFile', (options, progress) => download(host, options, progress)),
    getTempFileURL: api('cloud.getTempFileURL', (options) => temporaryUrls(host, options)),
    deleteFile: api('cloud.deleteFile', async (options) => {
      const fileList = requireList(options, 'fileList').map((file) => asText(file));
      return { fileList: asList(asRecord(await send(host, '/local/files-delete', json({ fileList })))['fileList']) };
    }),
    DYNAMIC_CURRENT_ENV: 'local',
  };
}
