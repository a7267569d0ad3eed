import CloudBase from '@cloudbase/manager-node';
import { functionsFolder } from './fixtures';
import { startTestCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
let manager: CloudBase;
beforeAll(async () => {
  cloud = await startTestCloud({ functionsFolder });
  process.env['TCB_BASE_URL'] = `${cloud.url}/tcb`;
  manager = new CloudBase({ secretId: 'local', secretKey: 'local', envId: 'local-env' });
}, 30_000);
afterAll(async () => {
  delete process.env['TCB_BASE_URL'];
  await cloud.close();
});

describe('the manager SDK', () => {
  it('makes collections, once', async () => {
    const { database } = manager;
    expect(await database.createCollectionIfNotExists('orders')).toMatchObject({ IsCreated: true });
    expect(await database.createCollectionIfNotExists('orders')).toMatchObject({ IsCreated: false });
    expect(await database.checkCollectionExists('none')).toMatchObject({ Exists: false });
    expect((await database.listCollections({})).Collections).toMatchObject([{ CollectionName: 'orders', Count: 0 }]);
    await expect(database.createCollection('orders')).rejects.toMatchObject({ code: 'ResourceInUse' });
  });

  it('makes and drops indexes, which then apply', async () => {
    const { database } = manager;
    await database.updateCollection('orders', {
      CreateIndexes: [
        {
          IndexName: 'community_created',
          MgoKeySchema: {
            MgoIsUnique: false,
            MgoIndexKeys: [
              { Name: 'communityId', Direction: '1' },
              { Name: 'createdAt', Direction: '-1' },
            ],
          },
        },
        {
          IndexName: 'number',
          MgoKeySchema: { MgoIsUnique: true, MgoIndexKeys: [{ Name: 'number', Direction: '1' }] },
        },
        {
          IndexName: 'at',
          MgoKeySchema: { MgoIsUnique: false, MgoIndexKeys: [{ Name: 'location', Direction: '2dsphere' }] },
        },
      ],
    });
    expect((await database.checkIndexExists('orders', 'number')).Exists).toBe(true);
    const described = await database.describeCollection('orders');
    expect(described.Indexes?.find((index) => index.Name === 'community_created')?.Keys).toEqual([
      { Name: 'communityId', Direction: '1' },
      { Name: 'createdAt', Direction: '-1' },
    ]);
    expect(cloud.database.describe()[0]?.indexes.find((index) => index.name === 'number')).toMatchObject({
      unique: true,
    });
    await database.updateCollection('orders', { DropIndexes: [{ IndexName: 'at' }] });
    expect((await database.checkIndexExists('orders', 'at')).Exists).toBe(false);
    await expect(database.updateCollection('none', { CreateIndexes: [] })).rejects.toMatchObject({
      code: 'ResourceNotFound',
    });
  });

  it('sets security rules, and the rule of functions applies to clients', async () => {
    await manager.env.getEnvInfo();
    await manager.database.describeCollection('orders');
    await manager.permission.modifyResourcePermission({
      resourceType: 'collection',
      resource: 'orders',
      permission: 'CUSTOM',
      securityRule: '{"read":false,"write":false}',
    });
    await manager.permission.modifyResourcePermission({
      resourceType: 'function',
      permission: 'CUSTOM',
      securityRule: '{"*":{"invoke":"auth != null"},"shapes":{"invoke":false}}',
    });
    const { Data } = await manager.permission.describeResourcePermission({
      resourceType: 'collection',
      resources: ['orders'],
    });
    expect(Data.PermissionList).toMatchObject([
      { Resource: 'orders', Permission: 'CUSTOM', SecurityRule: '{"read":false,"write":false}' },
    ]);
    expect(await cloud.call('shapes', {}, 'oPERSON')).toMatchObject({ status: 500, body: { errCode: -502003 } });
    expect(await cloud.call('whoami', {})).toMatchObject({ status: 500 });
    expect(await cloud.call('whoami', {}, 'oPERSON')).toMatchObject({ status: 200 });
    expect(await cloud.invoke('relay', { depth: 1, through: 'shapes' }, { openid: 'oPERSON' })).toHaveLength(2);
  });

  it('gets the name of a call that is not there', async () => {
    await expect(manager.commonService().call({ Action: 'DropEverything', Param: {} })).rejects.toThrow(
      'DropEverything',
    );
  });
});
