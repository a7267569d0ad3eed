import type { CentreView } from '../../../miniprogram/contracts/enrolment';
import { listCentreHouseholds } from '../enrolment/centre-households';
import type { FileTask, TaskProgress } from '../file/task';
import { communities } from '../place/community';
import type { Services } from '../platform/context';
import { loadPdf } from './load-pdf';
import { readFont } from './print-pages';
import { homeSigns, type HomeSign } from './rules/home-sign';

/** So many signs are a file, and a share: two on a sheet of A4. */
const signsAtOnce = 40;

/**
 * The signs of members who agreed to one at their door (S2-04), at and under the place of the task. Who withdrew is in
 * no list, and so on no sheet. It counts signs.
 */
export async function drawHomeSigns(services: Services, task: FileTask): Promise<TaskProgress> {
  const { database, storage } = services;
  const community = await database.get(communities, task.communityId);
  if (!community) throw new Error(`there is no community ${task.communityId}`);
  const { centres, next } = await readSome(services, task);
  const [{ glyphFinder, writePdf }, font] = await Promise.all([loadPdf(), readFont()]);
  const missingGlyphs = glyphFinder(font);
  const named = centres.map((one) => ({
    sign: signOf(one, community.name),
    missing: missingGlyphs(one.name + one.household).join(''),
  }));
  const notes = named.flatMap(({ sign: { name, placeName }, missing }) =>
    missing === '' ? [] : [{ reason: 'no-glyph' as const, subject: `${name} ${placeName}`, characters: missing }],
  );
  const clear = named.filter(({ missing }) => missing === '').map(({ sign }) => sign);
  const fileIds: string[] = [];
  if (clear.length > 0) {
    const { bytes } = await writePdf(homeSigns(clear), font);
    const part = String(task.outputFileIds.length + 1);
    fileIds.push(await storage.upload(`prints/${task._id}-home-signs-${part}.pdf`, bytes));
  }
  return {
    cursor: next ?? null,
    progress: task.progress + clear.length,
    outputFileIds: [...task.outputFileIds, ...fileIds],
    notes: [...(task.notes ?? []), ...notes],
    goesOn: next !== undefined,
  };
}

/** Pages of the list until a file is full. */
async function readSome({ database }: Services, { communityId, options, cursor }: FileTask) {
  const scope = { communityId, path: options['path'] ?? '' };
  const centres: CentreView[] = [];
  let next = cursor ?? undefined;
  do {
    const page = await listCentreHouseholds(database, scope, next);
    centres.push(...page.centres);
    next = page.next;
  } while (next !== undefined && centres.length < signsAtOnce);
  return { centres, next };
}

function signOf({ name, household, gridName, colour }: CentreView, communityName: string): HomeSign {
  return { name, placeName: household, gridName, communityName, ...(colour && { colour }) };
}
