/** A phone in the test's own process, on any free port, over a folder with a mini-program. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { createPhone, type PhoneOptions, type PhoneServer } from '../index';

export interface RunningPhone {
  readonly url: string;
  readonly phone: PhoneServer;
  close(): Promise<void>;
}

/** Answers every request that is none of the phone's own. */
export type CloudHandler = (request: IncomingMessage, response: ServerResponse) => void;

const noCloud: CloudHandler = (_request, response) => {
  response.writeHead(404).end();
};

/**
 * Starts a phone on a free port of 127.0.0.1; its compiled scripts stand in `outFolder`, or else in one that `close`
 * removes.
 */
export async function startPhone(
  { outFolder, ...options }: Omit<PhoneOptions, 'outFolder'> & { readonly outFolder?: string },
  cloud: CloudHandler = noCloud,
): Promise<RunningPhone> {
  const folder = outFolder ?? mkdtempSync(join(tmpdir(), 'phone-'));
  const phone = await createPhone({ log: () => undefined, ...options, outFolder: folder });
  const server = createServer((request, response) => {
    if (!phone.handle(request, response)) cloud(request, response);
  });
  const sockets = new Set<Duplex>();
  server.on('upgrade', (request, socket: Duplex, head: Buffer) => {
    sockets.add(socket);
    phone.upgrade(request, socket, head);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    phone,
    async close() {
      await phone.close();
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      if (outFolder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
