import type { Host } from '../../host';
import { cloudFileUrl } from '../../builtin/device/cloud-file';
import { readAny, temporaryFile } from '../../builtin/device/temporary-files';
import { asBag, asList, asNumber, asText, isBag, type Bag } from '../../builtin/support/values';
import { api, ApiFailure, requireList, requireText, type Answer, type Options } from '../support/call';
import { transferTask, type Progress } from '../support/transfer';

/** 微信后台通用错误：系统网络错误 */
const networkErrorCode = -601_003;

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** The answer of one of the local cloud's interfaces. @throws ApiFailure with WeChat's errCode */
async function ask(host: Host, path: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await host.request(path, init);
  } catch (error) {
    throw new ApiFailure(error instanceof Error ? error.message : 'request:fail', { errCode: networkErrorCode });
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  const failed = asBag(answer);
  throw new ApiFailure(asText(failed['errMsg'], `${response.status} ${response.statusText}`), {
    errCode: asNumber(failed['errCode'], -601_001),
  });
}

/** What WeChat takes with one call, as its documentation has it (云开发能力); the cloud behind it would take more. */
const eventLimitBytes = 100 * 1024;

async function callFunction(host: Host, options: Options): Promise<Answer> {
  const name = requireText(options, 'name');
  const event = json(options['data'] ?? {});
  const sizeBytes = new Blob([String(event.body)]).size;
  if (sizeBytes > eventLimitBytes)
    throw new ApiFailure(`data exceed max size: ${sizeBytes} bytes, at most ${eventLimitBytes}`, { errCode: -501_007 });
  const result = await ask(host, `/local/functions/${encodeURIComponent(name)}`, event);
  return { result, requestID: crypto.randomUUID() };
}

async function urls(host: Host, options: Options): Promise<Answer> {
  const fileList = requireList(options, 'fileList').map((file) =>
    isBag(file) ? { fileID: asText(file['fileID']), maxAge: asNumber(file['maxAge'], 7200) } : asText(file),
  );
  return { fileList: asList(asBag(await ask(host, '/local/file-urls', json({ fileList })))['fileList']) };
}

async function download(host: Host, options: Options, progress: Progress): Promise<Answer> {
  const fileId = requireText(options, 'fileID');
  const address = await cloudFileUrl(host, fileId).catch((error: unknown) => {
    throw new ApiFailure(error instanceof Error ? error.message : '', { errCode: -503_003 });
  });
  const response = await host.request(address, { signal: progress.signal });
  if (!response.ok) throw new ApiFailure(`download:fail ${response.status}`, { errCode: -503_003 });
  const content = await response.blob();
  progress.tell(content.size, content.size);
  return {
    statusCode: response.status,
    tempFilePath: temporaryFile(new File([content], fileId.split('/').pop() ?? 'file', { type: content.type })),
  };
}

async function upload(host: Host, options: Options, progress: Progress): Promise<Answer> {
  const cloudPath = requireText(options, 'cloudPath');
  const filePath = requireText(options, 'filePath');
  const file = await readAny(filePath, host.assetUrl(filePath));
  const address = `/local/files/${cloudPath.split('/').map(encodeURIComponent).join('/')}`;
  const { status, text } = await progress.send(address, file);
  const answer: Bag = asBag(text === '' ? {} : JSON.parse(text));
  if (status !== 200)
    throw new ApiFailure(asText(answer['errMsg'], `${status}`), { errCode: asNumber(answer['errCode'], -503_001) });
  return { fileID: asText(answer['fileID']), statusCode: status };
}

/** wx.cloud: the four kinds of calls that a mini-program makes, sent to the local cloud. Database and others are the cloud functions' own. */
export function cloudApis(host: Host): Record<string, unknown> {
  return {
    init: () => undefined,
    callFunction: api('cloud.callFunction', (options) => callFunction(host, options)),
    uploadFile: transferTask(host, 'cloud.uploadFile', (options, progress) => upload(host, options, progress)),
    downloadFile: transferTask(host, 'cloud.downloadFile', (options, progress) => download(host, options, progress)),
    getTempFileURL: api('cloud.getTempFileURL', (options) => urls(host, options)),
    deleteFile: api('cloud.deleteFile', async (options) => {
      const fileList = requireList(options, 'fileList').map((file) => asText(file));
      return { fileList: asList(asBag(await ask(host, '/local/files-delete', json({ fileList })))['fileList']) };
    }),
    DYNAMIC_CURRENT_ENV: 'local',
  };
}
