import { runTask } from '../../../cloudfunctions/core/file/run-task';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { printCardsTask } from '../../../cloudfunctions/core/print/tasks/print-cards';
import type { FileTaskView } from '../../../miniprogram/contracts/file';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { seePdf } from '../../support/pdf';

let cloud: ApiCloud;
let services: Services;
beforeAll(async () => {
  cloud = await startApi();
  services = await cloud.services();
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

const agree = (agrees: boolean) =>
  cloud.getAs('o_member', 'enrolment.setCentre', { agree: agrees, requestId: newRequest() });

/** Prints, as often as the timer would go on with it. */
async function print(): Promise<FileTaskView> {
  const asked = { placeId: 'qinghe_g2', cards: 'all', product: 'homeSigns', requestId: newRequest() } as const;
  const { taskId } = await cloud.getAs('o_secretary', 'file.printCards', asked);
  for (let share = 0; share < 9; share += 1) if ((await runTask(services, [printCardsTask], taskId)) === 'done') break;
  return cloud.getAs('o_secretary', 'file.getTask', { taskId });
}

describe('S2-04 the signs of members’ homes', () => {
  it('are printed for who agreed, with name, door and grid, and for nobody else', async () => {
    await agree(false);
    const before = await print();
    const { name } = cloud.storedOne<{ name: string }>('people', 'p_member');
    await agree(true);
    const task = await print();
    expect(task).toMatchObject({ state: 'done', progress: before.progress + 1, notes: [] });
    const bytes = await services.storage.download(task.fileIds[0]!);
    const text = (await seePdf(bytes!)).map((page) => page.text).join();
    expect(text).toContain('党员中心户');
    expect(text).toContain(name);
    await agree(false);
    expect(await print()).toMatchObject({ state: 'done', progress: before.progress });
  });
});
