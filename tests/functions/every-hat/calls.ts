import { permissions } from '../../../cloudfunctions/core/access/permissions';
import type { EndpointName } from '../../../miniprogram/contracts/api';
import type { Reply } from '../../../miniprogram/contracts/error';
import type { Hat } from '../../../miniprogram/contracts/hat';
import type { InvocationTrace } from '../../../local/cloud';
import type { ApiCloud } from '../../support/api';
import { sampleLogins } from '../../support/community';

/** Everybody of the small community, the hat that they wear, and a visitor. */
export const callers = [
  ...sampleLogins().map(({ _id, hatInUse }) => ({ openid: _id, hat: hatInUse.split('@')[0] as Hat })),
  { openid: 'o_nobody', hat: 'anonymous' as Hat },
];
const endpoints = Object.keys(permissions) as EndpointName[];

export interface Answer {
  readonly openid: string;
  readonly hat: Hat;
  readonly name: EndpointName;
  readonly input: object;
  readonly reply: Reply<unknown>;
  readonly text: string;
}

/** Answers, and what each call cost. */
export interface Calls {
  readonly answers: readonly Answer[];
  readonly traces: readonly InvocationTrace[];
}

/** Calls every endpoint as everybody, with each of its inputs. */
export async function callAll(cloud: ApiCloud, inputs: (name: EndpointName) => object[]): Promise<Calls> {
  const answers: Answer[] = [];
  const traces: InvocationTrace[] = [];
  for (const { openid, hat } of callers) {
    const before = answers.length;
    for (const name of endpoints) {
      for (const input of inputs(name)) {
        const reply = await cloud.tryAs(openid, name, input);
        answers.push({ openid, hat, name, input, reply, text: JSON.stringify(reply) });
      }
    }
    traces.push(...(await cloud.trace(answers.length - before)));
  }
  return { answers, traces };
}
