import type { Host } from '../../host';
import { readFileAt } from '../../builtin/device/temporary-files';
import { asRecord, asText, isRecord } from '../../builtin/support/values';
import { ApiFailure, requireText, type Answer, type Options } from '../support/call';
import { transferTask } from '../support/transfer';

/** What came back from an address outside of the cloud. */
export interface OutsideAnswer {
  readonly statusCode: number;
  readonly header: Record<string, unknown>;
  readonly content: Blob;
}

interface OutsideRequest {
  readonly url: string;
  readonly method: string;
  readonly header: Record<string, string>;
  readonly body?: BodyInit | undefined;
  readonly signal: AbortSignal;
}

/** Sends to an address that the app may reach, by way of the phone's server. @throws ApiFailure for any other one */
export async function sendOutside(host: Host, request: OutsideRequest): Promise<OutsideAnswer> {
  const { url, method, header, body, signal } = request;
  const headers = {
    'x-outside-url': url,
    'x-outside-method': method,
    'x-outside-headers': encodeURIComponent(JSON.stringify(header)),
  };
  const init = { method: 'POST', headers, signal, ...(body === undefined ? {} : { body }) };
  const response = await host.request('/outside', init).catch((error: unknown) => {
    throw new ApiFailure(signal.aborted ? 'abort' : error instanceof Error ? error.message : '');
  });
  const status = response.headers.get('x-outside-status');
  if (status === null) {
    const failed = asRecord(await response.json().catch(() => undefined));
    throw new ApiFailure(asText(failed['errMsg'], `${response.status}`).replace(/^request:fail /, ''));
  }
  const sent: unknown = JSON.parse(decodeURIComponent(response.headers.get('x-outside-headers') ?? '%7B%7D'));
  return { statusCode: Number(status), header: asRecord(sent), content: await response.blob() };
}

function headerOf(options: Options): Record<string, string> {
  const given = Object.entries(asRecord(options['header'])).filter(([name]) => !/^referer$/i.test(name));
  return Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function queryOf(data: unknown): string {
  const entries = isRecord(data) ? Object.entries(data) : [];
  const text = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
  return entries.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(text(value))}`).join('&');
}

/** Data is a query for GET, JSON else, or a form where the header says so; texts and buffers stay as they are. */
function encoded(options: Options, method: string, header: Record<string, string>): { url: string; body?: BodyInit } {
  const { data } = options;
  const url = requireText(options, 'url');
  if (data === undefined || data === null) return { url };
  if (typeof data === 'string' || data instanceof ArrayBuffer) return method === 'GET' ? { url } : { url, body: data };
  const query = queryOf(data);
  if (method === 'GET') return query === '' ? { url } : { url: `${url}${url.includes('?') ? '&' : '?'}${query}` };
  const isForm = (header['content-type'] ?? '').includes('application/x-www-form-urlencoded');
  return { url, body: isForm ? query : JSON.stringify(data) };
}

async function request(host: Host, options: Options, signal: AbortSignal): Promise<Answer> {
  const method = asText(options['method'], 'GET').toUpperCase();
  const header = { 'content-type': 'application/json', ...headerOf(options) };
  const answer = await sendOutside(host, { method, header, signal, ...encoded(options, method, header) });
  const { statusCode, header: sent, content } = answer;
  const isBuffer = options['responseType'] === 'arraybuffer';
  const data: unknown = isBuffer ? await content.arrayBuffer() : readData(await content.text(), options);
  return { data, statusCode, header: sent, cookies: [] };
}

/** With the data type json, which is the default, a text that is no JSON stays a text. */
function readData(text: string, options: Options): unknown {
  if (asText(options['dataType'], 'json') !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** One file and further fields as a form. */
async function upload(host: Host, options: Options, signal: AbortSignal): Promise<Answer> {
  const url = requireText(options, 'url');
  const path = requireText(options, 'filePath');
  const form = new FormData();
  for (const [name, value] of Object.entries(asRecord(options['formData']))) form.append(name, String(value));
  const file = await readFileAt(path, host.assetUrl(path));
  form.append(requireText(options, 'name'), file, decodeURIComponent(path.split('/').pop() ?? 'file'));
  const packed = new Response(form);
  const header = { ...headerOf(options), 'content-type': packed.headers.get('content-type') ?? '' };
  const body = await packed.arrayBuffer();
  const { statusCode, content } = await sendOutside(host, { url, method: 'POST', header, body, signal });
  return { data: await content.text(), statusCode };
}

/** `wx.request` and `wx.uploadFile`, to the addresses that the app's own list allows. */
export function requestApis(host: Host): Record<string, unknown> {
  return {
    request: transferTask(host, 'request', (options, { signal }) => request(host, options, signal)),
    uploadFile: transferTask(host, 'uploadFile', (options, { signal }) => upload(host, options, signal)),
  };
}
