/**
 * `npm run phone -- --app <folder with app.json> --port <n> [--cloud <url>] [--allow <origin>]… [--production]
 * [--strict] [--out <folder>]`
 *
 * Runs any mini-program alone, at `/?page=…`. Calls of `wx.cloud` go to the cloud at that address.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { recordOf } from './compiler/app/json';
import { createPhone, forwardTo } from './index';

/** The folder that project.config.json names as the mini-program's, or the current folder. */
function defaultAppFolder(): string {
  const file = 'project.config.json';
  const root = existsSync(file) ? recordOf(JSON.parse(readFileSync(file, 'utf8')))['miniprogramRoot'] : undefined;
  return typeof root === 'string' ? join(root) : '.';
}

const { values } = parseArgs({
  options: {
    app: { type: 'string', default: defaultAppFolder() },
    port: { type: 'string', default: '8530' },
    cloud: { type: 'string' },
    allow: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: join('.cache', 'phone') },
    production: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
  },
});

async function run(): Promise<void> {
  const { production, strict, cloud } = values;
  const phone = await createPhone({
    appFolder: values.app,
    outFolder: join(values.out, encodeURIComponent(values.app)),
    production,
    strict,
    allowedAddresses: values.allow,
    partial: !strict,
    watch: !production,
  });
  const forward = forwardTo(cloud);
  const server = createServer((request, response) => {
    if (!phone.handle(request, response)) forward(request, response);
  });
  server.on('upgrade', (request, socket, head) => phone.upgrade(request, socket, head));
  server.listen(Number(values.port), '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : values.port;
    console.log(`ready http://127.0.0.1:${port}`);
  });
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
