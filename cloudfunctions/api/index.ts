import { claimRequest } from '../core/order/flow/claim-request';
import { ordersKnow } from '../core/order/flow/request-lookup';
import { gate } from '../core/access/gate';
import { openCloud } from '../core/platform/cloud';
import { answerHealth } from '../core/platform/cloud/health';
import { createRouter } from '../core/platform/router';
import { countCalls } from '../core/quota/count-calls';
import { newForms } from '../core/schema';
import { routes } from './routes';

const cloud = openCloud(newForms);
const answer = createRouter({ routes, gate, knowsRequest: [ordersKnow], claimRequest, services: cloud.services });

/** Every call of a user of the mini-program. Who calls is what the cloud says, never what the event says. */
export async function main(event: unknown): Promise<unknown> {
  return countCalls(
    cloud,
    async () => (await answerHealth(cloud, event, newForms)) ?? answer(event, cloud.invoker().openid),
  );
}
