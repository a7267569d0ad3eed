import type { Context, Hono } from 'hono';
import { CallFailure, eventTooLarge } from '../functions/failure';
import { eventLimitBytes } from '../functions/functions';
import { BodyTooLarge, readWebBody } from '../http/body';
import type { CloudServices } from '../services';
import { parseJson } from '../values';
import { callAsClient } from './client-call';

/** An event may have 6 MB; what is a little more still gets an answer that says so. */
const bodyLimitBytes = 8 * 1024 * 1024;

/** The cloud's time in every reply: whoever moves this clock means the phone's, too. */
const cloudTimeHeader = 'x-cloud-now';

/** What a client hears of a call that failed. */
export const failureBody = ({ errCode, message }: CallFailure): { errCode: number; errMsg: string } => ({
  errCode,
  errMsg: `cloud.callFunction:fail ${message}`,
});

const failure = (context: Context, error: CallFailure) =>
  context.json(failureBody(error), error.errCode === -404012 ? 504 : 500);

/**
 * `POST /local/functions/<name>`: the event as JSON, header `x-openid`; answers what the function returned, or `{
 * errCode, errMsg }` with a status of 4xx or 5xx.
 */
export function addCalls(app: Hono, services: CloudServices): void {
  app.post('/local/functions/:name', async (context) => {
    const openid = context.req.header('x-openid');
    try {
      const event = parseJson((await readWebBody(context.req.raw.body, bodyLimitBytes)).toString() || '{}');
      const result = await callAsClient(
        services,
        context.req.param('name'),
        event,
        openid === undefined ? {} : { openid },
      );
      return context.body(result, 200, {
        'content-type': 'application/json',
        [cloudTimeHeader]: services.clock.now().toISOString(),
      });
    } catch (error) {
      if (error instanceof CallFailure) return failure(context, error);
      if (error instanceof BodyTooLarge) return failure(context, eventTooLarge(eventLimitBytes));
      if (error instanceof SyntaxError)
        return context.json({ errCode: -501007, errMsg: `the event is not JSON: ${error.message}` }, 400);
      throw error;
    }
  });
}
