import { makeCode } from '../card/card-code';
import type { FileTask } from '../file/task';
import type { Services } from '../platform/context';
import { stations } from '../station/station';
import { dayText } from '../time/shanghai';
import type { PaperPage } from './drawing';
import {
  doorPlate,
  doorPlateMarks,
  largeCard,
  largeCardMarks,
  normalCard,
  normalCardMarks,
  type PrintedCard,
} from './rules/card-paper';
import { sheetsOf } from './rules/sheets';
import { tokenTable } from './rules/token-table';
import type { Printable } from './selected-cards';
import { hoursText } from './text/hours';

/** WeChat is asked for so many codes side by side. */
const codesAtOnce = 8;

interface Drawn {
  readonly card: Printable['card'];
  readonly printed: PrintedCard;
}

interface Drawing {
  readonly task: FileTask;
  readonly font: Buffer;
  /** The number of the file among those of the task, from 1. */
  readonly part: number;
}

/**
 * Draws a part of the cards as the task wants them, and leaves the file in the cloud's storage. One open API call and
 * one upload for each code that was not made before, one download for each picture of a grid worker.
 */
export async function drawCards(
  services: Services,
  { task, font, part }: Drawing,
  printable: readonly Printable[],
): Promise<string> {
  const path = `prints/${task._id}-${String(part)}`;
  if (task.options['product'] === 'tokens') {
    const rows = printable.map(({ card: { _id, number, size }, text }) => ({ token: _id, number, size, text }));
    return services.storage.upload(`${path}.csv`, tokenTable(rows));
  }
  const day = dayText(task.createdAt);
  const photos = await readPhotos(services, printable);
  const drawn: Drawn[] = [];
  for (let index = 0; index < printable.length; index += codesAtOnce) {
    const some = printable.slice(index, index + codesAtOnce);
    drawn.push(...(await Promise.all(some.map((one) => drawOne(services, one, { day, photos })))));
  }
  const { writePdf } = await import('./pdf');
  const { bytes } = await writePdf(pagesOf(task, drawn), font);
  return services.storage.upload(`${path}.pdf`, bytes);
}

function pagesOf({ options }: FileTask, drawn: readonly Drawn[]): readonly PaperPage[] {
  const of = (size: 'normal' | 'large') => drawn.filter(({ card }) => card.size === size).map(({ printed }) => printed);
  if (options['product'] === 'plates')
    return sheetsOf(
      drawn.map(({ printed }) => printed),
      doorPlate,
      doorPlateMarks,
    );
  return [...sheetsOf(of('normal'), normalCard, normalCardMarks), ...sheetsOf(of('large'), largeCard, largeCardMarks)];
}

/** The pictures of grid workers, each read once; one that is gone meanwhile is not printed. */
async function readPhotos(
  { storage }: Services,
  printable: readonly Printable[],
): Promise<ReadonlyMap<string | undefined, Buffer>> {
  const photos = new Map<string, Buffer>();
  for (const fileId of new Set(printable.flatMap(({ text }) => text.photoFileId ?? []))) {
    const bytes = await storage.download(fileId);
    if (bytes) photos.set(fileId, bytes);
  }
  return photos;
}

async function drawOne(
  services: Services,
  { card, text }: Printable,
  { day, photos }: { readonly day: string; readonly photos: ReadonlyMap<string | undefined, Buffer> },
): Promise<Drawn> {
  const [code, lines] = await Promise.all([codeOf(services, card), stationLines(services, card)]);
  const photo = photos.get(text.photoFileId);
  return { card, printed: { text, number: card.number, code, day, ...(lines && { lines }), ...(photo && { photo }) } };
}

async function codeOf(services: Services, card: Printable['card']): Promise<Buffer> {
  const before = card.codeFileId === undefined ? undefined : await services.storage.download(card.codeFileId);
  return before ?? (await makeCode(services, card)).picture;
}

async function stationLines({ database }: Services, card: Printable['card']): Promise<readonly string[] | undefined> {
  const station = card.station && (await database.get(stations, card.station.stationId));
  return station && [station.address, hoursText(station.hours)];
}
