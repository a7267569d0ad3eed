import type { FileTask, TaskProgress } from '../file/task';
import { communities } from '../place/community';
import { posts, type Post } from '../place/post';
import type { Services } from '../platform/context';
import { under } from '../platform/database';
import { readFont } from './print-pages';
import { vestList, type VestWearer } from './rules/vest-list';

/** Whose service people see by its colour. */
const wearing = ['groupLeader', 'gridLeader', 'gridWorker', 'laneChief', 'courtyardHead'] as const;
const postsAtOnce = 99;

/** The list of vests of everybody who holds a post in a grid, at and under the place of the task. One file. */
export async function drawVests(services: Services, task: FileTask): Promise<TaskProgress> {
  const { database, storage } = services;
  const community = await database.get(communities, task.communityId);
  if (!community) throw new Error(`there is no community ${task.communityId}`);
  const wearers: VestWearer[] = [];
  for (const hat of wearing)
    for (const { holder, placeName, path } of await readPosts(services, task, hat)) {
      const grid = community.grids.find((one) => `${path}/`.startsWith(`${one.path}/`));
      if (holder) wearers.push({ name: holder.name, hat, placeName, ...(grid?.colour && { colour: grid.colour }) });
    }
  const [{ glyphFinder, writePdf }, font] = await Promise.all([import('./pdf'), readFont()]);
  const missingGlyphs = glyphFinder(font);
  const notes = wearers.flatMap(({ name, placeName }) => {
    const characters = missingGlyphs(name + placeName).join('');
    return characters === '' ? [] : [{ reason: 'no-glyph' as const, subject: `${name} ${placeName}`, characters }];
  });
  const clear = wearers.filter(({ name, placeName }) => missingGlyphs(name + placeName).length === 0);
  const { bytes } = await writePdf(vestList(clear, community.name), font);
  const fileId = await storage.upload(`prints/${task._id}-vests.pdf`, bytes);
  return { cursor: null, progress: clear.length, outputFileIds: [fileId], notes };
}

async function readPosts({ database }: Services, task: FileTask, hat: Post['hat']): Promise<readonly Post[]> {
  const { path = '' } = task.options;
  const all: Post[] = [];
  let after: string | undefined;
  for (;;) {
    const range = after === undefined ? under(path) : { gt: after, lt: `${path}0` };
    const found = await database.find(posts, {
      where: { communityId: task.communityId, hat, path: range },
      sort: { path: 'asc' },
      limit: postsAtOnce,
    });
    all.push(...found);
    after = found.at(-1)?.path;
    if (found.length < postsAtOnce || after === undefined) return all;
  }
}
