import type { Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { CallFailure } from '../functions/failure';
import type { CloudServices } from '../services';
import { BodyTooLarge, readWebBody } from '../http/body';
import { isFields, messageOf, parseJson, textOf } from '../values';
import { callAsClient } from './client-call';

/** As much as an event may have, and room for the rest of it. */
const bodyLimitBytes = 8 * 1024 * 1024;

/** @throws HTTPException 400 for a path that is not UTF-8, 413 for a body that is too large */
async function readRequest(context: Context): Promise<{ path: string; body: string }> {
  try {
    const path = decodeURI(new URL(context.req.url).pathname);
    return { path, body: (await readWebBody(context.req.raw.body, bodyLimitBytes)).toString() };
  } catch (error) {
    throw new HTTPException(error instanceof BodyTooLarge ? 413 : 400, { message: messageOf(error) });
  }
}

/**
 * `GET /local/http/<function>/<path>?…`: CloudBase's HTTP access, with a route per function. The function gets the
 * request as its event and answers with a status, headers and a body.
 */
export function addHttpAccess(app: Hono, services: CloudServices): void {
  app.all('/local/http/:name/*', async (context) => {
    const { name } = context.req.param();
    const { path, body } = await readRequest(context);
    const url = new URL(context.req.url);
    const event = {
      path: path.slice(`/local/http/${name}`.length),
      httpMethod: context.req.method,
      headers: Object.fromEntries(context.req.raw.headers),
      queryStringParameters: Object.fromEntries(url.searchParams),
      body,
      isBase64Encoded: false,
    };
    try {
      const answer = parseJson(await callAsClient(services, name, event, { source: 'tcb_http' }));
      if (!isFields(answer) || typeof answer['statusCode'] !== 'number') return context.json(answer);
      const headers = new Headers();
      if (isFields(answer['headers']))
        for (const [key, value] of Object.entries(answer['headers'])) headers.set(key, textOf(value));
      return new Response(textOf(answer['body']), { status: answer['statusCode'], headers });
    } catch (error) {
      if (error instanceof CallFailure) return context.json({ code: error.errCode, message: error.message }, 500);
      throw error;
    }
  });
}
