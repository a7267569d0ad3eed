import type { Hono } from 'hono';
import { answerWatches, watchesSchema } from '../client/changes';
import { handleClientRequest } from '../client/requests';
import type { CloudServices } from '../services';
import { isFields } from '../values';
import { readInput, readJson } from './input';
import { HTTPException } from 'hono/http-exception';

const personOf = (openid: string | undefined): string | undefined => (openid === '' ? undefined : openid);

/**
 * The database as a mini-program reaches it, under the permission of each collection: `POST /local/database` with a
 * request of the SDK answers what the cloud answers, `POST /local/database/changes { watches }` what watched queries
 * find, as soon as there is something new.
 */
export function addDatabase(app: Hono, services: CloudServices): void {
  app.post('/local/database', async (context) => {
    const request = await readJson(context);
    if (!isFields(request)) throw new HTTPException(400, { message: 'the body is no object' });
    return context.json(await handleClientRequest(services, request, personOf(context.req.header('x-openid'))));
  });
  app.post('/local/database/changes', async (context) => {
    const { watches } = await readInput(context, watchesSchema);
    const openid = personOf(context.req.header('x-openid'));
    return context.json(await answerWatches(services, { watches, openid, signal: context.req.raw.signal }));
  });
}
