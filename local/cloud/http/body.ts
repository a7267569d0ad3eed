import type { IncomingMessage, ServerResponse } from 'node:http';

export class BodyTooLarge extends Error {
  constructor(readonly limitBytes: number) {
    super(`the body is larger than ${limitBytes} bytes`);
  }
}

/**
 * Reads a whole body.
 * @throws BodyTooLarge past `limitBytes`; what follows is read and dropped, so that the reply arrives.
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request) {
    const part: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    sizeBytes += part.length;
    if (sizeBytes <= limitBytes) chunks.push(part);
  }
  if (sizeBytes > limitBytes) throw new BodyTooLarge(limitBytes);
  return Buffer.concat(chunks);
}

/**
 * Reads a whole body of the control interfaces, with or without a length in its header.
 * @throws BodyTooLarge past `limitBytes`; what follows is read and dropped, so that the reply arrives.
 */
export async function readWebBody(body: ReadableStream<Uint8Array> | null, limitBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    sizeBytes += part.value.length;
    if (sizeBytes <= limitBytes) chunks.push(part.value);
  }
  if (sizeBytes > limitBytes) throw new BodyTooLarge(limitBytes);
  return Buffer.concat(chunks);
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': body.length,
    'cache-control': 'no-store',
  });
  response.end(body);
}

export function sendText(response: ServerResponse, text: string, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}
