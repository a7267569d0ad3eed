import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runTask } from '../../../cloudfunctions/core/file/run-task';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { doorPlate, normalCard } from '../../../cloudfunctions/core/print/rules/card-paper';
import { cellOrigins } from '../../../cloudfunctions/core/print/rules/sheets';
import { printCardsTask } from '../../../cloudfunctions/core/print/tasks/print-cards';
import type { GridColour } from '../../../miniprogram/contracts/hat';
import type { PrintProduct } from '../../../miniprogram/contracts/file';
import { gridAreas } from '../../../miniprogram/packages/community/views/grid-map';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { seePdf, type PagePart } from '../../support/pdf';

jest.setTimeout(180_000);

let cloud: ApiCloud;
let services: Services;
beforeAll(async () => {
  cloud = await startApi();
  services = await cloud.services();
  await cloud.control('/local/clock', { now: '2026-11-23T10:00:00+08:00', timers: 'skip' });
});
afterAll(() => cloud.close());

const placeId = 'qinghe_g1';

/** The first page of what is printed of the grid, seen by another program: the colour in a part of it. */
async function printed(product: PrintProduct, part: PagePart): Promise<string | undefined> {
  const asked = { placeId, cards: 'all', product, requestId: newRequest() } as const;
  const { taskId } = await cloud.getAs('o_secretary', 'file.printCards', asked);
  for (let share = 0; share < 9; share += 1) if ((await runTask(services, [printCardsTask], taskId)) === 'done') break;
  const { fileIds } = await cloud.getAs('o_secretary', 'file.getTask', { taskId });
  const bytes = await services.storage.download(fileIds[0] ?? '');
  if (!bytes) throw new Error(`nothing was printed of ${product}`);
  const [page] = await seePdf(bytes, [part]);
  return page?.colours[0];
}

/** A spot in the band over a cell, left of what is written on it. */
const bandOf = (cell: { readonly width: number; readonly height: number }): PagePart => {
  const [origin] = cellOrigins(cell);
  return { x: (origin?.x ?? 0) + 1, y: (origin?.y ?? 0) + 1, width: 1, height: 1 };
};
/** The patch in the first row of the list of vests. */
const patch: PagePart = { x: 139, y: 38.5, width: 4, height: 4 };

async function colours() {
  const { grids } = await cloud.getAs('o_secretary', 'place.listGrids', {});
  const [area] = gridAreas(grids).polygons;
  return {
    map: area?.fillColor.slice(0, 7),
    card: await printed('cards', bandOf(normalCard)),
    plate: await printed('plates', bandOf(doorPlate)),
    vests: await printed('vests', patch),
  };
}

/** As the styles of all pages have it, of which the swatch beside a name is drawn. */
function styled(colour: GridColour): string {
  const styles = readFileSync(path.resolve(__dirname, '../../../miniprogram/styles/grids.wxss'), 'utf8');
  return new RegExp(`\\.grid-${colour} \\{\\s*background: (#[0-9a-f]{6})`).exec(styles)?.[1] ?? '';
}

async function decide(colour: GridColour): Promise<void> {
  const { grids } = await cloud.getAs('o_secretary', 'place.listGrids', {});
  const grid = grids.find((one) => one.placeId === placeId);
  await cloud.getAs('o_secretary', 'place.save', {
    placeId,
    version: grid?.version ?? 0,
    name: '第一网格',
    colour,
    boundary: [
      { latitude: 37.86, longitude: 112.55 },
      { latitude: 37.87, longitude: 112.55 },
      { latitude: 37.87, longitude: 112.56 },
    ],
    requestId: newRequest(),
  });
  for (let run = 0; run < 4; run += 1) await cloud.control('/local/clock', { advanceMs: 600_000 });
}

test('S1-07 a grid’s colour is decided once: map, card, door plate and list of vests have it', async () => {
  for (const colour of ['red', 'green'] as const) {
    await decide(colour);
    const fill = styled(colour);
    expect(await colours()).toEqual({ map: fill, card: fill, plate: fill, vests: fill });
  }
});
