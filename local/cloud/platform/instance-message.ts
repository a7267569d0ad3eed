import type { InstanceMessage } from '../functions/messages';

const KINDS: readonly string[] = ['output', 'loaded', 'done', 'failed'] satisfies InstanceMessage['kind'][];

/** The message comes from this house's own worker program, so its kind says all. */
export function isInstanceMessage(value: unknown): value is InstanceMessage {
  return typeof value === 'object' && value !== null && 'kind' in value && KINDS.includes(String(value.kind));
}
