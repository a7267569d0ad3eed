import { openCloud } from '../core/platform/cloud';
import { answerHealth } from '../core/platform/cloud/health';
import { countCalls } from '../core/quota/count-calls';
import { newForms } from '../core/schema';
import { receive } from './receive';

const cloud = openCloud(newForms);

/** What WeChat pushes, closed to clients: a call that began in a mini-program names itself in its source. */
export async function main(event: unknown): Promise<unknown> {
  if (cloud.invoker().source.includes('wx_client')) return { ok: false, code: 'FORBIDDEN' };
  const health = await answerHealth(cloud, event, newForms);
  if (health) return health;
  await countCalls(cloud, () => receive(cloud.services, event));
  return 'success';
}
