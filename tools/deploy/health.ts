import * as v from 'valibot';
import type { Manager } from './manager';
import { isMissing } from './missing';

const healthShape = v.object({
  ok: v.literal(true),
  data: v.object({ contract: v.number(), forms: v.record(v.string(), v.number()) }),
});
export type Health = v.InferOutput<typeof healthShape>['data'];

async function ask({ functions }: Manager, name: string): Promise<unknown> {
  const { RetMsg, ErrMsg, InvokeResult } = await functions.invokeFunction(name, { name: 'health' });
  if (InvokeResult !== 0) throw new Error(`${name} failed: ${ErrMsg}`);
  return JSON.parse(RetMsg);
}

/** What a function says that was deployed before; undefined where there is none, or one that knows no such call. */
export async function readHealth(manager: Manager, name: string): Promise<Health | undefined> {
  try {
    const read = v.safeParse(healthShape, await ask(manager, name));
    return read.success ? read.output.data : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** @throws Error when a function that was just deployed does not answer, before clients are let in */
export async function checkHealth(manager: Manager, name: string): Promise<void> {
  if (!v.is(healthShape, await ask(manager, name)))
    throw new Error(`${name} was deployed and answers no health call: look at its log in the console`);
}
