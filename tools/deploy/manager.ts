import type CloudBase from '@cloudbase/manager-node';
import * as v from 'valibot';

/** The parts of the manager that a deployment uses. */
export type Manager = Pick<CloudBase, 'database' | 'env' | 'permission' | 'functions' | 'storage'>;

/** What clients may do with a collection from now on. */
export async function setCollectionRule({ permission }: Manager, resource: string, securityRule: string) {
  await permission.modifyResourcePermission({
    resourceType: 'collection',
    resource,
    permission: 'CUSTOM',
    securityRule,
  });
}

/** Which functions clients may call from now on. */
export async function setFunctionRule(
  { permission }: Pick<Manager, 'permission'>,
  securityRule: string,
): Promise<void> {
  await permission.modifyResourcePermission({ resourceType: 'function', permission: 'CUSTOM', securityRule });
}

const environmentShape = v.looseObject({
  EnvInfo: v.looseObject({ Storages: v.array(v.looseObject({ Bucket: v.string() })) }),
});

/** What clients may do with files from now on. @throws Error where the environment has no storage */
export async function setStorageRule({ env, permission }: Pick<Manager, 'env' | 'permission'>, securityRule: string) {
  const { EnvInfo } = v.parse(environmentShape, await env.getEnvInfo());
  const [storage] = EnvInfo.Storages;
  if (!storage) throw new Error('the environment has no storage');
  const resource = storage.Bucket;
  await permission.modifyResourcePermission({ resourceType: 'storage', resource, permission: 'CUSTOM', securityRule });
}
