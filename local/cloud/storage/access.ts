import type { StorageRule } from '../options';
import type { CloudServices } from '../services';
import { isFields, parseJson } from '../values';

type Services = Pick<CloudServices, 'options' | 'state' | 'storage'>;

/** The rule of the files: what the management calls set, else the manifest's. */
function ruleOf({ options, state }: Services): Partial<Record<keyof StorageRule, unknown>> | undefined {
  const set = Object.entries(state.value.securityRules).find(([key]) => key.split(' ')[0] === 'storage')?.[1].rule;
  const rule: unknown = set === undefined ? options.manifest?.storageRule : parseJson(set);
  return isFields(rule) ? rule : undefined;
}

/**
 * Whether the security rule lets a client read or write a file. What it does not know as an expression it refuses.
 * `resource.openid` is whoever uploaded the file; a new one is the client's own.
 */
export function mayClientAccess(
  services: Services,
  action: keyof StorageRule,
  cloudPath: string,
  openid: string | undefined,
): boolean {
  const rule = ruleOf(services);
  if (rule === undefined) return true;
  const allowed = rule[action];
  if (typeof allowed === 'boolean') return allowed;
  const isSignedIn = openid !== undefined && openid !== '';
  if (allowed === 'auth != null') return isSignedIn;
  if (allowed !== 'resource.openid == auth.openid') return false;
  const owner = services.state.value.fileOwners[cloudPath];
  const isNew = services.storage.sizeBytes(cloudPath) === undefined;
  return isSignedIn && (owner === openid || (action === 'write' && isNew));
}

/** Remembers whose file it is. */
export function noteOwner({ state }: Services, cloudPath: string, openid: string | undefined): void {
  if (openid === undefined || openid === '') return;
  state.value.fileOwners[cloudPath] = openid;
  state.save();
}
