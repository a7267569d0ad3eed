import type { TaskNote } from '../../../../miniprogram/contracts/file';
import type { FileTask, TaskKind, TaskProgress } from '../../file/task';
import { communities } from '../../place/community';
import type { Services } from '../../platform/context';
import { refuse } from '../../platform/result';
import { markPrinted } from '../mark-printed';
import { readFont } from '../print-pages';
import { partPrintable, readSelected, type Selection } from '../selected-cards';
import { drawCards } from '../draw-cards';
import { drawHomeSigns } from '../draw-home-signs';
import { drawVests } from '../draw-vests';
import { readPart, writePart } from './part';
import { loadPdf } from '../load-pdf';

const cardsAtOnce = 30;

/**
 * Cards, plates or the table for a print shop, a file for every 30 cards; vests and signs for homes make files of their
 * own. Options: `path` of the place above, `cards` which of those there, `product`. Each part is drawn and uploaded
 * under a name of its own, then written down in the task with what its papers say, then noted with its cards: a share
 * that is broken off and done again draws the same file anew, and notes no card twice. It counts cards.
 */
export const printCardsTask: TaskKind = { kind: 'print-cards', run: printShare };

async function printShare(services: Services, task: FileTask, until: Date): Promise<TaskProgress> {
  if (task.options['product'] === 'vests') return drawVests(services, task);
  if (task.options['product'] === 'homeSigns') return drawHomeSigns(services, task);
  const part = readPart(task.cursor);
  await markPrinted(services, task, part.printed);
  const stands = { progress: task.progress + part.printed.length, notes: task.notes ?? [] };
  if (part.isLast) return { cursor: null, outputFileIds: task.outputFileIds, ...stands };
  const drawn = await drawPart(services, task, part.after);
  const fileIds = drawn.fileId === undefined ? [] : [drawn.fileId];
  return {
    cursor: writePart({ after: drawn.next, isLast: drawn.next === null, printed: drawn.printed }),
    outputFileIds: [...task.outputFileIds, ...fileIds],
    progress: stands.progress,
    notes: merged(stands.notes, drawn.notes),
    goesOn: services.clock.now() < until,
  };
}

function merged(before: readonly TaskNote[], more: readonly TaskNote[]): readonly TaskNote[] {
  const known = new Set(before.map((note) => JSON.stringify(note)));
  return [...before, ...more.filter((note) => !known.has(JSON.stringify(note)))];
}

interface Drawn {
  readonly fileId?: string;
  readonly next: string | null;
  readonly printed: ReturnType<typeof readPart>['printed'];
  readonly notes: readonly TaskNote[];
}

async function drawPart(services: Services, task: FileTask, after: string | null): Promise<Drawn> {
  const { database } = services;
  const community = await database.get(communities, task.communityId);
  if (!community) throw new Error(refuse('NOT_FOUND').code);
  const { found, next } = await readSelected(database, selectionOf(task), { after, limit: cardsAtOnce });
  const [{ glyphFinder }, font] = await Promise.all([loadPdf(), readFont()]);
  const { printable, notes } = partPrintable(community, found, glyphFinder(font));
  const printed = printable.map(({ card, text }) => ({ token: card._id, text }));
  if (printable.length === 0) return { next, printed, notes };
  const fileId = await drawCards(services, { task, font, part: task.outputFileIds.length + 1 }, printable);
  return { fileId, next, printed, notes };
}

function selectionOf({ communityId, options }: FileTask): Selection {
  return { communityId, path: options['path'] ?? '', cards: options['cards'] === 'all' ? 'all' : 'toPrint' };
}
