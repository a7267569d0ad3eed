import { issueSetupCode, type PrintedCode } from '../core/setup/setup-code';
import type { Services } from '../core/platform/context';

/** Whether whoever deploys asks for the code of an environment that nobody has set up. */
export function isSetupCommand(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'name' in event && event.name === 'setup';
}

/** @returns a new code, or null where a community stands already */
export async function answerSetup(services: Services): Promise<{ ok: true; data: { setup: PrintedCode | null } }> {
  return { ok: true, data: { setup: await issueSetupCode(services) } };
}
