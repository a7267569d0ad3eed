import { openCloud } from '../core/platform/cloud';
import { answerHealth } from '../core/platform/cloud/health';
import { countCalls } from '../core/quota/count-calls';
import { newForms } from '../core/schema';
import { answerPublic } from '../core/publication/answer';
import { readHttpEvent } from './http-event';

const cloud = openCloud(newForms);

/**
 * What is public of a community, to anybody over HTTP, where the environment's HTTP access leads here. It writes
 * nothing and knows no caller; a mini-program may not call it.
 */
export async function main(event: unknown): Promise<unknown> {
  const health = await answerHealth(cloud, event, newForms);
  if (health) return health;
  if (cloud.invoker().source.includes('wx_client')) return { ok: false, code: 'FORBIDDEN' };
  const asked = readHttpEvent(event);
  if (!asked) return { isBase64Encoded: false, statusCode: 405, headers: { allow: 'GET' }, body: '' };
  const { status, type, body } = await countCalls(cloud, () => answerPublic(cloud.services, asked));
  const headers = { 'content-type': type, 'access-control-allow-origin': '*', 'cache-control': 'max-age=300' };
  return { isBase64Encoded: false, statusCode: status, headers, body };
}
