/** A web socket server that answers what it is told: short texts and bytes, as they are. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export interface EchoServer {
  readonly port: number;
  /** Headers of the connections so far. */
  readonly headers: IncomingHttpHeaders[];
  /** Ends every connection without a word. */
  drop(): void;
  close(): void;
}

/** Reads one masked frame of less than 126 bytes. */
function readFrame(data: Buffer): { opcode: number; content: Buffer } {
  const length = (data[1] ?? 0) & 0x7f;
  const [mask, masked] = [data.subarray(2, 6), data.subarray(6, 6 + length)];
  return { opcode: (data[0] ?? 0) & 0x0f, content: masked.map((byte, at) => byte ^ (mask[at % 4] ?? 0)) as Buffer };
}

function answer(socket: Duplex, data: Buffer): void {
  const { opcode, content } = readFrame(data);
  socket.write(Buffer.concat([Buffer.of(0x80 | opcode, content.length), content]));
  if (opcode === 8) socket.end();
}

export async function startEchoServer(): Promise<EchoServer> {
  const headers: IncomingHttpHeaders[] = [];
  const sockets = new Set<Duplex>();
  const server: Server = createServer((_, response) => void response.writeHead(404).end());
  server.on('upgrade', (request, socket: Duplex) => {
    if (request.url === '/refused') return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    headers.push(request.headers);
    sockets.add(socket);
    const key = request.headers['sec-websocket-key'] ?? '';
    const accept = createHash('sha1').update(`${key}${magic}`).digest('base64');
    const [protocol] = (request.headers['sec-websocket-protocol'] ?? '').split(',');
    const chosen = protocol === '' ? '' : `Sec-WebSocket-Protocol: ${protocol}\r\n`;
    const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n';
    socket.write(`${upgrade}${chosen}Sec-WebSocket-Accept: ${accept}\r\n\r\n`);
    socket.on('data', (data: Buffer) => answer(socket, data));
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    headers,
    drop: () => sockets.forEach((socket) => socket.destroy()),
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}
