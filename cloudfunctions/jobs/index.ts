import { openCloud } from '../core/platform/cloud';
import { runJobs } from './run';

const cloud = openCloud();

/** The timer's function, closed to everybody else: no client may set the clock's work off. */
export async function main(): Promise<unknown> {
  if (!cloud.invoker().source.startsWith('wx_trigger')) return { ok: false, code: 'FORBIDDEN' };
  return { ok: true, data: await runJobs(cloud.services) };
}
