import * as v from 'valibot';
import { setFunctionRule, type Manager } from './manager';
import { migrationRunner } from './plan';

const replyShape = v.variant('ok', [
  v.object({ ok: v.literal(true), data: v.object({ pending: v.number(), changed: v.number(), isDone: v.boolean() }) }),
  v.object({ ok: v.literal(false), code: v.string(), message: v.optional(v.string(), '') }),
]);

/** More runs than any data of ours could need; a run works for 40 s. */
const maxRuns = 200;

/**
 * Runs the migrations of the code that was just deployed until everything stored has its newest form. While there is
 * something to change no client may call a function: old code would not know the new form, nor new code the old one.
 * @throws Error when the data is newer than the code, or a run failed; running the script again goes on from there
 */
export async function migrateStored(manager: Manager, closedRule: string): Promise<void> {
  if ((await run(manager, true)).isDone) return;
  await setFunctionRule(manager, closedRule);
  for (let count = 0; count < maxRuns; count += 1) if ((await run(manager, false)).isDone) return;
  throw new Error(`the migrations are not done after ${maxRuns} runs; run the script again`);
}

async function run({ functions }: Manager, check: boolean) {
  const { RetMsg, ErrMsg, InvokeResult } = await functions.invokeFunction(migrationRunner, { name: 'migrate', check });
  if (InvokeResult !== 0) throw new Error(`${migrationRunner} failed: ${ErrMsg}`);
  const reply = v.parse(v.pipe(v.string(), v.parseJson(), replyShape), RetMsg);
  if (!reply.ok) throw new Error(`${reply.code} ${reply.message}`);
  return reply.data;
}
