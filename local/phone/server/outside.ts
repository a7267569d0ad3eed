/** Requests of an app to the addresses that it may reach, sent from here: a phone knows no CORS. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerText } from './static-files';

const limitBytes = 10 * 1024 * 1024;
const mostRedirects = 5;

/** What a page sends: the address, method and headers in these headers of its own, the body as it is. */
const names = { url: 'x-outside-url', method: 'x-outside-method', headers: 'x-outside-headers' };

function refuse(response: ServerResponse, errMsg: string, status: number): void {
  answerText(response, 'application/json', JSON.stringify({ errMsg }), status);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  for await (const part of request) {
    const bytes: Buffer = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
    sizeBytes += bytes.length;
    if (sizeBytes <= limitBytes) parts.push(bytes);
  }
  if (sizeBytes > limitBytes) throw new Error(`request:fail the body is larger than ${limitBytes} bytes`);
  return Buffer.concat(parts);
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function headersOf(text: string): Record<string, string> {
  const parsed: unknown = JSON.parse(decodeURIComponent(text));
  if (typeof parsed !== 'object' || parsed === null) return {};
  return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** What a page asks to be sent, and whether it is a page of this phone. */
export function readOutside(request: IncomingMessage): {
  isOwnPage: boolean;
  url: URL | undefined;
  headers: Record<string, string>;
} {
  const header = (name: string): string => String(request.headers[name] ?? '');
  const site = request.headers['sec-fetch-site'];
  return {
    isOwnPage: site === undefined || site === 'same-origin',
    url: parse(header(names.url)),
    headers: headersOf(header(names.headers) || '%7B%7D'),
  };
}

/** Follows redirects as long as they lead to addresses of the list. */
async function fetchAllowed(url: URL, init: RequestInit, isAllowed: (url: URL) => boolean): Promise<Response> {
  let target = url;
  for (let step = 0; ; step++) {
    const answer = await fetch(target, { ...init, redirect: 'manual' });
    const location = answer.headers.get('location');
    if (answer.status < 300 || answer.status > 399 || location === null || step === mostRedirects) return answer;
    target = new URL(location, target);
    if (!isAllowed(target)) throw new Error(`request:fail url not in domain list: ${target.origin}`);
  }
}

/**
 * Answers `POST /outside`.
 * @param allowed origins, as `https://api.example.com`; every other address is refused as WeChat refuses it
 */
export function outsideAnswer(
  allowed: readonly string[],
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const origins = new Set(allowed.map((address) => new URL(address).origin));
  const isAllowed = (url: URL): boolean => origins.has(url.origin);
  return async (request, response) => {
    const header = (name: string): string => String(request.headers[name] ?? '');
    try {
      const { isOwnPage, url, headers } = readOutside(request);
      if (!isOwnPage) return refuse(response, 'another site may not send this', 403);
      const body = await bodyOf(request);
      if (url === undefined) return refuse(response, 'request:fail invalid url', 400);
      if (!isAllowed(url)) return refuse(response, `request:fail url not in domain list: ${url.origin}`, 403);
      const method = header(names.method);
      const hasBody = method !== 'GET' && method !== 'HEAD' && body.length > 0;
      const init = {
        method,
        headers,
        ...(hasBody && { body: new Uint8Array(body) }),
      };
      const answer = await fetchAllowed(url, init, isAllowed);
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'x-outside-status': answer.status,
        'x-outside-headers': encodeURIComponent(JSON.stringify(Object.fromEntries(answer.headers))),
      });
      response.end(Buffer.from(await answer.arrayBuffer()));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      refuse(response, reason.startsWith('request:fail') ? reason : `request:fail ${reason}`, 502);
    }
  };
}
