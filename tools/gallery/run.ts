/** Takes pictures of visits, compares them with what is kept, and writes the page that shows both. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startDemoPhone, type DemoPhone } from '../../local/testing/demo-phone';
import { visits, type Visit } from '../../local/testing/visits';
import { hatName } from '../../miniprogram/text/person/hats';
import { takenFolder } from './accept';
import { indexPage } from './index-page';
import { keptFolder, runFolder, writePicture, type PictureName } from './kept';
import { galleryLooks } from './looks';
import { compareWithKept, goneEntries, writeReport, type Entry } from './report';
import { takeVisit } from './take';

const shownFolder = path.join(runFolder, 'shown');
export const indexFile = path.join(runFolder, 'index.html');

const routeOf = (visit: Visit, { known }: DemoPhone): string => visit.address(known).split('?')[0] ?? '';

/** The name of the hat in which somebody opens the product. */
async function hatOf({ product }: DemoPhone, openid: string): Promise<string> {
  const session = await product.callAs(openid, 'person.getSession', {});
  if (!session.ok) return hatName('anonymous');
  const { hat, hats } = session.data;
  return hatName(hats.find(({ key }) => key === hat)?.hat ?? 'anonymous');
}

async function takeAll(phone: DemoPhone, chosen: readonly Visit[]): Promise<Entry[]> {
  const encoder = await phone.browser.newPage();
  const entries: Entry[] = [];
  for (const visit of chosen) {
    const { name, openid } = visit;
    const taken = await takeVisit(phone, encoder, visit);
    const hat = await hatOf(phone, openid);
    for (const { look, shown, kept } of taken) {
      const picture: PictureName = `${name}/${look.name}`;
      writePicture(shownFolder, picture, shown);
      writePicture(takenFolder, picture, kept);
      const seen = { visit: name, look: look.name, page: routeOf(visit, phone), openid, hat };
      entries.push({ ...seen, ...compareWithKept(picture, kept) });
    }
  }
  return entries;
}

/**
 * @param names of visits; none means all
 * @param also what else is done with the same phone
 * @returns what was found, picture by picture
 */
export async function runGallery(
  names: readonly string[],
  also: (phone: DemoPhone) => Promise<void> = () => Promise.resolve(),
): Promise<Entry[]> {
  const unknown = names.filter((name) => !visits.some((visit) => visit.name === name));
  if (unknown.length > 0) throw new Error(`No visit of local/testing/visits.ts is called ${unknown.join(', ')}`);
  const phone = await startDemoPhone();
  try {
    const chosen = names.length === 0 ? visits : visits.filter(({ name }) => names.includes(name));
    const taken = await takeAll(phone, chosen);
    const all = visits.flatMap(({ name }) => galleryLooks.map((look) => `${name}/${look.name}`));
    const entries = [...taken, ...goneEntries(new Set(all))];
    writeReport(entries);
    const from = (folder: string) => (entry: Entry) =>
      path
        .relative(runFolder, path.join(folder, entry.visit, `${entry.look}.webp`))
        .split(path.sep)
        .join('/');
    writeFileSync(indexFile, indexPage(entries, { shown: from(shownFolder), kept: from(keptFolder) }));
    await also(phone);
    return entries;
  } finally {
    await phone.close();
  }
}
