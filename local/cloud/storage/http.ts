import type { IncomingMessage, ServerResponse } from 'node:http';
import mimeTypes from 'mime-types';
import { sendText } from '../http/body';
import { messageOf } from '../values';
import { decodeAddress } from './paths';
import type { Storage } from './storage';

const failure = (code: string, message: string) =>
  `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message>` +
  '<RequestId>local</RequestId><TraceId>local</TraceId></Error>';

function sendFailure(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(failure(code, message));
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  storage: Storage,
  cloudPath: string,
): Promise<void> {
  const { authorization = '' } = request.headers;
  if (!storage.isUploadAllowed(cloudPath, authorization)) {
    request.resume();
    return sendFailure(
      response,
      403,
      'SignatureDoesNotMatch',
      'the authorization is not for this file, or has expired',
    );
  }
  try {
    await storage.write(cloudPath, request);
    response.writeHead(200);
    response.end();
  } catch (error) {
    sendFailure(response, 400, 'InvalidArgument', messageOf(error));
  }
}

/** A file never runs as a page of this server: markup is offered for download only. */
function serve(request: IncomingMessage, response: ServerResponse, storage: Storage, cloudPath: string): void {
  const sizeBytes = storage.sizeBytes(cloudPath);
  if (sizeBytes === undefined) return sendText(response, 'no such file', 404);
  const type = mimeTypes.lookup(cloudPath) || 'application/octet-stream';
  const isMedia = /^(image\/(?!svg)|audio\/|video\/|text\/plain)/.test(type);
  response.writeHead(200, {
    'content-type': type,
    'content-length': sizeBytes,
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
    ...(!isMedia && { 'content-disposition': 'attachment' }),
  });
  if (request.method === 'HEAD') response.end();
  else
    storage
      .read(cloudPath)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** `PUT` and `GET /storage/<cloudPath>`, as the object store behind the cloud answers them. */
export async function handleStorage(
  request: IncomingMessage,
  response: ServerResponse,
  storage: Storage,
): Promise<void> {
  const raw = (request.url ?? '').slice('/storage/'.length);
  const [encodedPath = '', query = ''] = raw.split('?', 2);
  const cloudPath = decodeAddress(encodedPath);
  if (cloudPath === undefined) return sendText(response, 'the address is not well formed', 400);
  if (request.method === 'PUT') return receive(request, response, storage, cloudPath);
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 'only GET, HEAD and PUT', 405);
  const parameters = new URLSearchParams(query);
  if (!storage.isDownloadAllowed(cloudPath, parameters.get('t') ?? '', parameters.get('sign') ?? '')) {
    return sendText(response, 'the address is not signed, or has expired', 403);
  }
  serve(request, response, storage, cloudPath);
}
