/**
 * `npm run gallery`: every page as every hat that it is for, in every mode, beside the pictures that are kept, as
 * `.cache/gallery/index.html`. `npm run gallery -- home-desk policy` takes those visits alone, `--accept [visit …]`
 * keeps what the last run took, `--readme` writes README's pictures too.
 */
import { parseArgs } from 'node:util';
import { accept } from './gallery/accept';
import { bytesOf, keptBudgetBytes, keptFolder } from './gallery/kept';
import { writeReadmePictures } from './gallery/readme';
import { indexFile, runGallery } from './gallery/run';

function acceptLastRun(visits: readonly string[]): void {
  const accepted = accept(visits);
  const bytes = bytesOf(keptFolder);
  console.log(`${accepted.length} pictures accepted; ${Math.round(bytes / 1024)} KB are kept.`);
  if (bytes > keptBudgetBytes) {
    console.log(`That is more than ${keptBudgetBytes / 1024} KB.`);
    process.exitCode = 1;
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { accept: { type: 'boolean', default: false }, readme: { type: 'boolean', default: false } },
  });
  if (values.accept) {
    acceptLastRun(positionals);
    return;
  }
  const entries = await runGallery(positionals, values.readme ? writeReadmePictures : undefined);
  const differing = entries.filter(({ state }) => state !== 'same');
  for (const { visit, look, state, differing: pixels } of differing)
    console.log(`${state} ${visit} ${look}${state === 'changed' ? ` (${pixels} pixels)` : ''}`);
  console.log(`${entries.length - differing.length} of ${entries.length} pictures are as kept: ${indexFile}`);
  if (differing.length > 0) process.exitCode = 1;
}

void main();
