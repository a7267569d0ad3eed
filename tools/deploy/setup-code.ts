import * as v from 'valibot';
import { dayText, wallClock } from '../../cloudfunctions/core/time/shanghai';
import { migrationRunner } from './plan';

/** What the function answers to whoever asks for the code of an empty environment. */
const replyShape = v.object({
  ok: v.literal(true),
  data: v.object({
    setup: v.nullable(v.object({ code: v.string(), expiresAt: v.pipe(v.string(), v.isoTimestamp()) })),
  }),
});

/** What the function is called with. */
export const setupEvent = { name: 'setup' };
/** The function that issues the code; it holds no data of anybody. */
export const setupRunner = migrationRunner;
/** The page that takes the code. */
export const setupPage = '/packages/setup/claim/claim';

/**
 * What a person is told: the code of an environment without a community, this once; nothing where one stands.
 * @throws Error for an answer of another form
 */
export function describeSetup(reply: unknown): string[] {
  const { setup } = v.parse(replyShape, reply).data;
  if (setup === null) return [];
  const expiresAt = new Date(setup.expiresAt);
  const { minute } = wallClock(expiresAt);
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const until = `${dayText(expiresAt)} ${clock}`;
  return [
    `no community stands here yet; its first administrator is whoever has the code ${setup.code}`,
    `the code is valid until ${until} in Asia/Shanghai`,
    `it is typed on the page ${setupPage} of the mini-program; deploying again prints another`,
  ];
}
