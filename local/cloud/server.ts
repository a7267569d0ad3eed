import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { addConsole } from './console/page';
import { addCalls } from './control/calls';
import { addHttpAccess } from './control/http-access';
import { addClock } from './control/clock';
import { addDatabase } from './control/database';
import { addFiles } from './control/files';
import { addObservation } from './control/observe';
import { addPhone } from './control/phone';
import { sendText } from './http/body';
import { refusal } from './http/guard';
import { addManagement } from './management/tcb';
import type { CloudServices } from './services';
import { handleStorage } from './storage/http';
import { messageOf } from './values';
import { handleAdmin, type AdminServices } from './wire/admin';

/** Longer than the SDK's own pause between requests, so that it never uses a closed connection. */
const keepAliveMs = 65_000;

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

function controlApp(services: CloudServices): Hono {
  const app = new Hono();
  app.onError((error, context) => {
    if (error instanceof HTTPException) return context.json({ error: error.message }, error.status);
    services.log(`${context.req.path}: ${messageOf(error)}`);
    return context.json({ error: messageOf(error) }, 500);
  });
  app.notFound((context) => context.json({ error: `there is no ${context.req.method} ${context.req.path}` }, 404));
  const parts = [addCalls, addHttpAccess, addClock, addDatabase, addFiles, addObservation, addPhone, addConsole];
  for (const add of [...parts, addManagement]) add(app, services);
  return app;
}

function route(services: CloudServices, admin: AdminServices): Listener {
  const control = getRequestListener(controlApp(services).fetch, { overrideGlobalObjects: false });
  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === '/admin') void handleAdmin(admin, request, response);
    else if (path.startsWith('/storage/')) void handleStorage(request, response, services.storage);
    else if (path === '/local' || path.startsWith('/local/') || path === '/tcb') void control(request, response);
    else if (!services.options.serve?.(request, response)) sendText(response, 'not found', 404);
  };
}

/** Listens on this machine only. @returns the server and the port it got */
export function listen(services: CloudServices, admin: AdminServices): Promise<{ server: Server; port: number }> {
  const listener = route(services, admin);
  const ownPort = { value: services.options.port };
  const server = createServer((request, response) => {
    const refused = refusal(request, ownPort.value);
    if (refused === undefined) return listener(request, response);
    sendText(response, refused, 403);
  });
  server.keepAliveTimeout = keepAliveMs;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(services.options.port, '127.0.0.1', () => {
      ownPort.value = portOf(server.address());
      resolve({ server, port: ownPort.value });
    });
  });
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
