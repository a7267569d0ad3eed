/** A phone in the test's own process, on any free port, over a folder with a mini-program. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { createPhone, type PhoneOptions, type PhoneServer } from '../../local/phone';

const CACHE = join(__dirname, '..', '..', '.cache', 'tests');

export interface RunningPhone {
  url: string;
  phone: PhoneServer;
  close(): Promise<void>;
}

export type Cloud = (request: IncomingMessage, response: ServerResponse) => void;

/** Folder of its own below the repository, so that packages are found; `close` of whoever made it removes it. */
export function scratchFolder(name: string): string {
  mkdirSync(CACHE, { recursive: true });
  return mkdtempSync(join(CACHE, `${name}-`));
}

/** Writes a mini-program: path → text, JSON given as an object. */
export function writeApp(folder: string, files: Record<string, string | object>): string {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

const noCloud: Cloud = (_request, response) => {
  response.writeHead(404).end();
};

/** @param cloud answers what is not the phone's */
export async function startPhone(
  options: Omit<PhoneOptions, 'outFolder'>,
  cloud: Cloud = noCloud,
): Promise<RunningPhone> {
  const outFolder = scratchFolder('phone');
  const phone = await createPhone({ log: () => undefined, ...options, outFolder });
  const server = createServer((request, response) => {
    if (!phone.handle(request, response)) cloud(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    phone,
    async close() {
      await phone.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(outFolder, { recursive: true, force: true });
    },
  };
}
