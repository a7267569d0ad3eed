import type { IncomingMessage } from 'node:http';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Splits `localhost:8520`; a name without a port means port 80. */
function isOwnAddress(address: string, port: number): boolean {
  const match = /^(\[[0-9a-fA-F:]+\]|[^:[\]]+)(?::(\d{1,5}))?$/.exec(address);
  if (!match) return false;
  return loopbackNames.has((match[1] ?? '').toLowerCase()) && Number(match[2] ?? 80) === port;
}

function isOwnOrigin(origin: string, port: number): boolean {
  return origin.startsWith('http://') && isOwnAddress(origin.slice('http://'.length), port);
}

/** A file's address carries its own permission, so that any page may show it, as with the cloud's. */
const isSignedFile = (request: IncomingMessage): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && (request.url ?? '').startsWith('/storage/');

/**
 * Why a request is refused, or undefined when it may pass. A name other than this machine's own in `Host` is
 * DNS rebinding; an `Origin` other than this server's is a foreign page that drives the cloud through the browser.
 * @param port the port that this server listens on
 */
export function refusal(request: IncomingMessage, port: number): string | undefined {
  const { host, origin } = request.headers;
  if (host === undefined || !isOwnAddress(host, port)) return `Host ${host ?? '(none)'} is not this machine's`;
  if (isSignedFile(request)) return undefined;
  if (origin !== undefined && !isOwnOrigin(origin, port)) return `Origin ${origin} may not call this cloud`;
  const site = request.headers['sec-fetch-site'];
  const opensPage =
    request.method === 'GET' &&
    request.headers['sec-fetch-mode'] === 'navigate' &&
    request.headers['sec-fetch-dest'] === 'document';
  if ((site === 'cross-site' || site === 'same-site') && !opensPage) return 'another site may not call this cloud';
  return undefined;
}
