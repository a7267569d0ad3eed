/** Web sockets of an app to the addresses that it may reach, led through here: a browser sends no headers of an app. */
import { randomUUID } from 'node:crypto';
import { request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as sendSecurely } from 'node:https';
import type { Duplex } from 'node:stream';
import { readOutside } from './outside';
import { answerText } from './static-files';

const ticketLifeMs = 30_000;
const handshake = ['key', 'version', 'protocol', 'extensions'].map((name) => `sec-websocket-${name}`);

interface Ticket {
  readonly url: URL;
  readonly headers: Record<string, string>;
}

export interface OutsideSockets {
  /** Answers `POST /outside/socket`: a ticket for one connection, or why there is none. */
  answer(request: IncomingMessage, response: ServerResponse): void;
  /** Connects `GET /outside/socket?ticket=…`. */
  connect(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** The address in the form that requests take: `wss` is `https`. */
const httpForm = (url: URL): URL => new URL(url.href.replace(/^ws/, 'http'));

function open(request: IncomingMessage, socket: Duplex, head: Buffer, { url, headers }: Ticket): void {
  const shaken = Object.fromEntries(handshake.map((name) => [name, request.headers[name]]));
  const given = { ...headers, ...shaken, connection: 'Upgrade', upgrade: 'websocket' };
  const target = url.protocol === 'https:' ? sendSecurely : send;
  const outgoing = target(url, {
    headers: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  });
  outgoing.on('upgrade', (answer, outside, first) => {
    const lines: string[] = [];
    for (let at = 0; at < answer.rawHeaders.length; at += 2)
      lines.push(`${answer.rawHeaders[at] ?? ''}: ${answer.rawHeaders[at + 1] ?? ''}`);
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
    socket.write(first);
    outside.write(head);
    outside.on('error', () => socket.destroy());
    outside.pipe(socket).pipe(outside);
    socket.on('close', () => outside.destroy());
  });
  const refuse = (status: string): void => void socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`);
  outgoing.on('response', (answer) => {
    answer.resume();
    refuse(`${answer.statusCode ?? 502} ${answer.statusMessage ?? ''}`);
  });
  outgoing.on('error', () => refuse('502 Bad Gateway'));
  socket.on('error', () => outgoing.destroy());
  outgoing.end();
}

/** @param allowed origins, as `wss://api.example.com`; `https` says the same, every other address is refused */
export function outsideSockets(allowed: readonly string[]): OutsideSockets {
  const origins = new Set(allowed.map((address) => httpForm(new URL(address)).origin));
  const tickets = new Map<string, Ticket>();
  return {
    answer: (request, response) => {
      const refuse = (reason: string, status: number): void =>
        answerText(response, 'application/json', JSON.stringify({ errMsg: `connectSocket:fail ${reason}` }), status);
      request.resume();
      const { isOwnPage, url, headers } = readOutside(request);
      if (!isOwnPage) return refuse('another site may not send this', 403);
      if (url === undefined || !/^wss?:$/.test(url.protocol)) return refuse('invalid url', 400);
      const target = httpForm(url);
      if (!origins.has(target.origin)) return refuse(`url not in domain list: ${url.origin}`, 403);
      const ticket = randomUUID();
      tickets.set(ticket, { url: target, headers });
      setTimeout(() => tickets.delete(ticket), ticketLifeMs).unref();
      answerText(response, 'application/json', JSON.stringify({ ticket }));
    },
    connect: (request, socket, head) => {
      const name = new URL(request.url ?? '/', 'http://phone').searchParams.get('ticket') ?? '';
      const ticket = tickets.get(name);
      tickets.delete(name);
      if (ticket === undefined) socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
      else open(request, socket, head, ticket);
    },
  };
}
