import type { Hono } from 'hono';
import { CallFailure } from '../functions/failure';
import type { CloudServices } from '../services';
import { isFields, parseJson, textOf } from '../values';
import { callAsClient } from './client-call';

/**
 * `GET /local/http/<function>/<path>?…`: CloudBase's HTTP access, with a route per function. The function gets the
 * request as its event and answers with a status, headers and a body.
 */
export function addHttpAccess(app: Hono, services: CloudServices): void {
  app.all('/local/http/:name/*', async (context) => {
    const { name } = context.req.param();
    const url = new URL(context.req.url);
    const event = {
      path: decodeURI(url.pathname).slice(`/local/http/${name}`.length),
      httpMethod: context.req.method,
      headers: Object.fromEntries(context.req.raw.headers),
      queryStringParameters: Object.fromEntries(url.searchParams),
      body: await context.req.text(),
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
