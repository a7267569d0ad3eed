import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';

const partLimitBytes = 12 * 1024 * 1024;

/** Reads a multipart body; every part as bytes, by its name. */
export function readParts(request: IncomingMessage): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, Buffer>();
    const parser = busboy({
      headers: request.headers,
      limits: { fileSize: partLimitBytes, fieldSize: partLimitBytes },
    });
    parser.on('field', (name, value) => parts.set(name, Buffer.from(value)));
    parser.on('file', (name, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => reject(new Error(`part ${name} is larger than ${partLimitBytes} bytes`)));
      stream.on('end', () => parts.set(name, Buffer.concat(chunks)));
    });
    parser.on('error', reject);
    parser.on('close', () => resolve(parts));
    request.pipe(parser);
  });
}
