import type { Card } from '../../../cloudfunctions/core/card/card';
import { issueCardsTask } from '../../../cloudfunctions/core/card/tasks/issue-cards';
import { countCoverage } from '../../../cloudfunctions/core/card/jobs/count-coverage';
import { runTask } from '../../../cloudfunctions/core/file/run-task';
import type { FileTask } from '../../../cloudfunctions/core/file/task';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { printCardsTask } from '../../../cloudfunctions/core/print/tasks/print-cards';
import { cellOrigins } from '../../../cloudfunctions/core/print/rules/sheets';
import { normalCard } from '../../../cloudfunctions/core/print/rules/card-paper';
import type { Place } from '../../../cloudfunctions/core/place/place';
import { stampForms } from '../../../local/demo/forms';
import type { FileTaskView } from '../../../miniprogram/contracts/file';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { communities, placeNamed } from '../../support/community';
import { seePdf } from '../../support/pdf';

const newYear = '16400000777';
let cloud: ApiCloud;
let services: Services;
beforeAll(async () => {
  cloud = await startApi();
  services = await cloud.services();
});
afterAll(() => cloud.close());
beforeAll(() => cloud.setClock('2026-11-23T10:00:00+08:00'));

const lane = 'qinghe_g1_s1_l1';
const issueAll = (placeId: string, openid = 'o_worker') =>
  cloud.getAs(openid, 'file.issueCards', { placeId, kind: 'courtyard', size: 'normal', requestId: newRequest() });
/** Prints, as often as the timer would go on with it. */
async function print(placeId: string, more: object = {}, openid = 'o_worker'): Promise<FileTaskView> {
  const asked = { placeId, cards: 'toPrint', product: 'cards', requestId: newRequest(), ...more } as const;
  const { taskId } = await cloud.getAs(openid, 'file.printCards', asked);
  for (let share = 0; share < 9; share += 1) if ((await runTask(services, [printCardsTask], taskId)) === 'done') break;
  return cloud.getAs(openid, 'file.getTask', { taskId });
}
const open = () => cloud.stored<Card>('cards').filter(({ state }) => state === 'open');
const bytesOf = async (fileId: string) => (await services.storage.download(fileId))!;
const tasksOf = (task: 'print' | 'handOut', openid = 'o_worker') => cloud.getAs(openid, 'card.listOpenTasks', { task });

/** The timer's runs of most of an hour. */
async function runJobs(hour: string): Promise<void> {
  for (const minute of ['01', '11', '21', '31', '41']) await cloud.setClock(`${hour}:${minute}:00+08:00`);
}

/** Twenty more courtyards in the lane. */
function buildCourtyards(): void {
  const like = placeNamed('qinghe_g1_c2');
  const more: Place[] = Array.from({ length: 20 }, (_, index) => {
    const _id = `qinghe_g1_x${String(index + 10)}`;
    return { ...like, _id, path: like.path.replace(like._id, _id), label: `石榴巷 ${String(index + 10)} 号院` };
  });
  cloud.database.load('places', stampForms('places', more));
}

describe('cards in bulk', () => {
  it('S4-08 issues one for each place that has none; again issues none; who asked is in the acts', async () => {
    buildCourtyards();
    const before = open().length;
    const task = await issueAll(lane);
    expect(task).toMatchObject({ state: 'done', progress: 22 });
    expect(open()).toHaveLength(before + 22);
    expect((await issueAll(lane)).progress).toBe(0);
    expect(open()).toHaveLength(before + 22);
    const one = open().find(({ place }) => place.placeId === 'qinghe_g1_x10')!;
    expect(one.acts).toMatchObject([{ action: 'file.issueCards', name: '赵慧敏', hat: 'gridWorker' }]);
    expect(new Set(open().map(({ number }) => number)).size).toBe(open().length);
    const [grid] = (await cloud.getAs('o_worker', 'card.getCoverage', {})).grids;
    expect(grid).toMatchObject({ courtyards: { total: 22, withCard: 22 }, households: { total: 2, withCard: 2 } });
    expect(
      await cloud.callAs('o_worker', 'file.issueCards', {
        placeId: 'qinghe_g2',
        kind: 'courtyard',
        size: 'normal',
        requestId: newRequest(),
      }),
    ).toMatchObject({ code: 'FORBIDDEN', field: 'placeId' });
  });

  it('a share that was killed goes on where it stopped, and nothing is doubled', async () => {
    const task: FileTask = {
      ...cloud.stored<FileTask>('fileTasks').find(({ kind }) => kind === 'issue-cards')!,
      _id: 'tKilledAndResumed',
      options: { path: 'qinghe', kind: 'household', size: 'large' },
      state: 'waiting',
      cursor: null,
      progress: 0,
      resumeAt: new Date('2026-11-01T00:00:00Z'),
    };
    cloud.database.load('fileTasks', [task]);
    const before = open().length;
    let left = 1;
    const dying: Services = {
      ...services,
      log: { line: () => undefined },
      database: {
        ...services.database,
        insert: async (into, document) => {
          if (into.name === 'cards' && left-- === 0) throw new Error('killed');
          return services.database.insert(into, document);
        },
      },
    };
    // One household has a card of its own; the other two: one is issued, then the function dies.
    const like = placeNamed('qinghe_g1_h2');
    const third = { ...like, _id: 'qinghe_g1_h3', path: like.path.replace('_h2', '_h3') };
    cloud.database.load('places', stampForms('places', [third]));
    expect(await runTask(dying, [issueCardsTask], task._id)).toBe('waiting');
    expect(open()).toHaveLength(before + 1);
    await cloud.change('fileTasks', task._id, { resumeAt: new Date('2026-11-01T00:00:00Z') });
    expect(await runTask(services, [issueCardsTask], task._id)).toBe('done');
    expect(open()).toHaveLength(before + 2);
    expect(cloud.storedOne<FileTask>('fileTasks', task._id).progress).toBe(2);
  });

  it('counts coverage anew at night, whoever changed what', async () => {
    await cloud.getAs('o_worker', 'card.revoke', {
      token: 'Card7Courtyard1East',
      reason: '拆了',
      requestId: newRequest(),
    });
    expect(await cloud.getAs('o_nobody', 'card.get', { token: 'Card7Courtyard1East' })).toEqual({
      state: 'revoked',
      communityName: '清河社区',
      officePhone: '0351-0000001',
      revokedOn: '2026-11-23',
    });
    await countCoverage.run(services, undefined, new Date(cloud.clock.now().getTime() + 60_000));
    const { grids } = await cloud.getAs('o_secretary', 'card.getCoverage', {});
    expect(grids.map(({ gridName, courtyards }) => [gridName, courtyards.withCard, courtyards.total])).toEqual([
      ['红色网格', 22, 22],
      ['蓝色网格', 1, 1],
    ]);
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, refusals: [] });
  });
});

describe('cards on paper', () => {
  it('a sheet of ten has both numbers, the colour in words, and a code and a short number in every cell', async () => {
    const before = await tasksOf('print');
    expect(before.cards).toHaveLength(20);
    const task = await print(lane);
    expect(task).toMatchObject({ state: 'done', notes: [] });
    const cells = cellOrigins(normalCard).map((origin) => ({ ...origin, ...normalCard }));
    const [sheet] = await seePdf(await bytesOf(task.fileIds[0]!), cells);
    expect([sheet!.width, sheet!.height]).toEqual([2480, 3508].map((dots) => expect.closeTo(dots, -1)));
    const printed = open().filter(({ paper }) => paper?.taskId === task.taskId);
    const bySize = printed
      .filter(({ size }) => size === 'normal')
      .sort((one, two) => (one.placeKey! < two.placeKey! ? -1 : 1));
    for (const [index, card] of bySize.slice(0, 10).entries()) {
      const url = new URL(sheet!.codes[index] ?? 'http://nothing.test/');
      expect(decodeURIComponent(url.search)).toBe(`?page=/packages/resident/card/card?scene=${card._id}`);
      const spaced = card.number.replace(/(\d{4})(?=\d)/g, '$1 ');
      expect(sheet!.text).toContain(spaced);
      expect(await cloud.getAs('o_nobody', 'card.find', { number: spaced })).toEqual({ token: card._id });
    }
    expect(sheet!.text.match(/16400000009/g)).toHaveLength(10);
    expect(sheet!.text.match(/0351-0000001/g)).toHaveLength(10);
    expect(sheet!.text).toContain('红色');
    expect((await tasksOf('print')).cards).toEqual([]);
  });

  it('S4-01 no card without both numbers: it is named before printing, and nothing is drawn', async () => {
    const [red, blue] = communities[0]!.grids;
    const { gridId, name, path } = blue!;
    await cloud.change('communities', 'qinghe', { grids: [red, { gridId, name, path }] });
    await cloud.getAs('o_secretary', 'card.issue', {
      placeId: 'qinghe_g2_c1',
      size: 'normal',
      requestId: newRequest(),
    });
    const checked = await cloud.getAs('o_secretary', 'file.checkCards', { placeId: 'qinghe_g2', cards: 'toPrint' });
    const notes = [{ reason: 'no-worker-number', subject: '蓝色网格' }];
    expect(checked).toEqual({ cards: 1, hasMore: false, notes });
    expect(await print('qinghe_g2', {}, 'o_secretary')).toMatchObject({
      state: 'done',
      progress: 0,
      fileIds: [],
      notes,
    });
    expect((await tasksOf('print', 'o_secretary')).cards).toMatchObject([{ placeName: '建设路 3 号楼' }]);
    await cloud.change('communities', 'qinghe', { grids: communities[0]!.grids });
  });

  it('a name with a character without a glyph is named, and its card is not printed', async () => {
    const [red, blue] = communities[0]!.grids;
    await cloud.change('communities', 'qinghe', {
      grids: [red, { ...blue, worker: { ...blue!.worker, name: '𠮷娜' } }],
    });
    const checked = await cloud.getAs('o_secretary', 'file.checkCards', { placeId: 'qinghe', cards: 'toPrint' });
    expect(checked.notes).toEqual([{ reason: 'no-glyph', subject: '建设路 3 号楼', characters: '𠮷' }]);
    expect(await print('qinghe_g2', {}, 'o_secretary')).toMatchObject({ fileIds: [], notes: checked.notes });
    await cloud.change('communities', 'qinghe', { grids: communities[0]!.grids });
  });

  it('a print that was killed after drawing makes the same bytes again, and notes each card once', async () => {
    const { taskId, fileIds } = await print(lane, { cards: 'all' });
    const first = await bytesOf(fileIds[0]!);
    const whole = cloud.storedOne<FileTask>('fileTasks', taskId);
    let left = 5;
    const dying: Services = {
      ...services,
      log: { line: () => undefined },
      database: {
        ...services.database,
        updateWhere: async (within, where, change) => {
          if (within.name === 'cards' && left-- === 0) throw new Error('killed');
          return services.database.updateWhere(within, where, change);
        },
      },
    };
    const again = { state: 'waiting', cursor: null, progress: 0, outputFileIds: [], notes: [] } as const;
    const resumeAt = new Date('2026-11-01T00:00:00Z');
    cloud.database.load('fileTasks', [{ ...whole, ...again, _id: 'tKilledPrint', resumeAt }]);
    expect(await runTask(dying, [printCardsTask], 'tKilledPrint')).toBe('waiting');
    await cloud.change('fileTasks', 'tKilledPrint', { resumeAt });
    await cloud.setClock('2026-11-23T18:00:00+08:00');
    expect(await runTask(services, [printCardsTask], 'tKilledPrint')).toBe('done');
    const resumed = cloud.storedOne<FileTask>('fileTasks', 'tKilledPrint');
    expect(resumed.progress).toBe(24);
    expect(resumed.outputFileIds).toHaveLength(1);
    expect((await bytesOf(resumed.outputFileIds[0]!)).equals(first)).toBe(true);
    for (const card of open().filter(({ paper }) => paper?.taskId === 'tKilledPrint'))
      expect(card.acts!.filter(({ action }) => action === 'file.printCards')).toHaveLength(3);
  });

  it('S4-08 what was printed waits for being handed out: who got it, from whom, in which hat, when', async () => {
    const { cards: waiting } = await tasksOf('handOut');
    expect(waiting).toHaveLength(20);
    const token = waiting[0]!.token;
    const handed = await cloud.getAs('o_worker', 'card.handOut', {
      token,
      receivedBy: '何秀兰',
      requestId: newRequest(),
    });
    expect(handed.handedOut).toMatchObject({ receivedBy: '何秀兰', by: '赵慧敏' });
    expect(cloud.storedOne<Card>('cards', token)).toMatchObject({
      handedOut: { hat: 'gridWorker' },
      acts: expect.arrayContaining([expect.objectContaining({ action: 'card.handOut', hat: 'gridWorker' })]),
    });
    expect((await tasksOf('handOut')).cards.map((card) => card.token)).not.toContain(token);
  });
});

describe('a card outlives its worker', () => {
  it('print, change, scan: no paper shows a wrong number without being on the list to print', async () => {
    const [red, blue] = communities[0]!.grids;
    const successor = { personId: 'p_member', name: '苗苗', phone: newYear };
    await cloud.change('communities', 'qinghe', { grids: [{ ...red, worker: successor }, blue] });
    await runJobs('2026-11-24T03');
    await cloud.setClock('2026-11-24T10:00:00+08:00');
    const inUse = open().filter(({ place, paper }) => place.gridId === 'qinghe_g1' && paper);
    const wrong = inUse.filter(({ paper }) => paper!.text.phone !== newYear);
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong.filter(({ toPrintKey }) => toPrintKey === undefined)).toEqual([]);
    expect(wrong.filter(({ toHandOutKey }) => toHandOutKey !== undefined)).toEqual([]);
    const scanned = await cloud.getAs('o_nobody', 'card.get', { token: wrong[0]!._id });
    expect(scanned).toMatchObject({ call: { name: '苗苗', phone: newYear } });
    const inbox = await cloud.getAs('o_worker', 'message.list', {});
    expect(inbox.messages.filter(({ kind }) => kind === 'forward-calls')).toMatchObject([
      { title: '红色网格', name: `苗苗 ${newYear}` },
    ]);

    const task = await print(lane);
    const text = (await seePdf(await bytesOf(task.fileIds[0]!))).map((page) => page.text).join('');
    expect(text).toContain(newYear);
    expect(text).not.toContain('16400000009');
    expect((await tasksOf('print')).cards).toEqual([]);
  });
});

it('S4-05 a station’s card shows its address and hours, scanned and printed', async () => {
  const card = await cloud.getAs('o_secretary', 'card.issueAtStation', {
    stationId: 'qinghe_station1',
    size: 'large',
    requestId: newRequest(),
  });
  expect(card.placeName).toBe('迎新街驿站');
  expect(await cloud.getAs('o_nobody', 'card.get', { token: card.token })).toMatchObject({
    station: { name: '迎新街驿站', address: '迎新街 1 号', hours: '每天 8:00-21:00' },
  });
  const task = await print('qinghe_g1', {}, 'o_secretary');
  const text = (await seePdf(await bytesOf(task.fileIds[0]!))).map((page) => page.text).join('');
  expect(text).toContain('每天 8:00-21:00');
});
