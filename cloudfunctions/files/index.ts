import { gate } from '../core/access/gate';
import { readTaskCall, runTask } from '../core/file/run-task';
import { claimRequest } from '../core/order/flow/claim-request';
import { ordersKnow } from '../core/order/flow/request-lookup';
import { openCloud } from '../core/platform/cloud';
import { answerHealth } from '../core/platform/cloud/health';
import { createRouter } from '../core/platform/router';
import { countCalls } from '../core/quota/count-calls';
import { newForms } from '../core/schema';
import { taskKinds } from './kinds';
import { routes } from './routes';

const cloud = openCloud(newForms);
const answer = createRouter({ routes, gate, knowsRequest: [ordersKnow], claimRequest, services: cloud.services });

/**
 * Spreadsheets and PDF, with memory and time of their own, so that `api` stays small. People call it like `api`, under
 * the same router, gate and permission table; `jobs`, which has no openid, calls it to go on with a task.
 */
export async function main(event: unknown): Promise<unknown> {
  return countCalls(cloud, () => run(event));
}

async function run(event: unknown): Promise<unknown> {
  const { openid } = cloud.invoker();
  const call = openid === undefined ? readTaskCall(event) : undefined;
  if (call) return { ok: true, data: { state: await runTask(cloud.services, taskKinds, call.taskId) } };
  return (await answerHealth(cloud, event, newForms)) ?? answer(event, openid);
}
