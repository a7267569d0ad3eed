import { hashOfCode } from '../../cloudfunctions/core/setup/setup-code';
import type { BenchEnvironment } from './environment';
import type { Measurements } from './measurements';
import { newRequestId } from './request-id';
import { measuredCalls } from './scenario';

const code = '7K3MQ2XA9DFT';
const office = {
  officePhone: '0351-5550001',
  dutyName: '值班室',
  dutyPhone: '0351-5550002',
} as const;

/** A community more is set up by the code of its deployment. */
export async function setUp(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const { cloud } = environment;
  const expiresAt = new Date(cloud.clock.now().getTime() + 3_600_000);
  cloud.database.load('setupCodes', [{ _id: 'setup', hash: hashOfCode(code), expiresAt, used: null }]);
  await call('first-administrator', 'setup.claim', {
    ...office,
    code,
    name: '范志远',
    phone: '16488880003',
    communityName: '新开社区',
    street: '兴华街道',
    officeAddress: '新开巷 1 号',
    hoursText: '周一至周五 8:30–17:30',
    requestId: newRequestId(),
  });
  await call('first-administrator', 'setup.getProgress', {});
  await call('first-administrator', 'setup.changeOffice', {
    ...office,
    officeAddress: '新开巷 2 号',
    hours: { days: [1, 2, 3, 4, 5], fromMinute: 510, toMinute: 1_050, text: '周一至周五 8:30–17:30' },
    requestId: newRequestId(),
  });
}
