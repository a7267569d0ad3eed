import type CloudBase from '@cloudbase/manager-node';

/** The parts of the manager that a deployment uses. */
export type Manager = Pick<CloudBase, 'database' | 'permission' | 'functions'>;

/** Which functions clients may call from now on. */
export async function setFunctionRule(
  { permission }: Pick<Manager, 'permission'>,
  securityRule: string,
): Promise<void> {
  await permission.modifyResourcePermission({ resourceType: 'function', permission: 'CUSTOM', securityRule });
}
