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
export function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes <= limitBytes) chunks.push(chunk);
    });
    request.once('end', () => {
      if (sizeBytes > limitBytes) return reject(new BodyTooLarge(limitBytes));
      const [first] = chunks;
      resolve(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks));
    });
    request.once('error', reject);
  });
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
  // a text goes out in one piece with its head, bytes would not
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}

export function sendText(response: ServerResponse, text: string, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}
