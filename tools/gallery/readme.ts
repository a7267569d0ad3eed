/** The pictures of README: first screens of visits, so that they show what the product shows today. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { visitNamed, type DemoPhone } from '../../local/testing/demo-phone';
import { takeScreen } from './take';

const folder = path.resolve(__dirname, '../../docs/pictures');

/** Files of `docs/pictures/`, and the visits that they show. */
export const readmePictures: readonly { readonly file: string; readonly visit: string }[] = [
  { file: 'home.png', visit: 'home-resident' },
  { file: 'passbook.png', visit: 'passbook' },
  { file: 'me.png', visit: 'me' },
  { file: 'first-use-1.png', visit: 'setup-claim' },
  { file: 'first-use-2.png', visit: 'setup-progress' },
  { file: 'first-use-3.png', visit: 'import' },
  { file: 'first-use-4.png', visit: 'card' },
];

export async function writeReadmePictures(phone: DemoPhone): Promise<void> {
  for (const { file, visit } of readmePictures)
    writeFileSync(path.join(folder, file), await takeScreen(phone, visitNamed(visit)));
}
