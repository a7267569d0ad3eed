/** `npm run build`: packs npm components for WeChat DevTools and bundles the cloud functions. */
import path from 'node:path';
import { isEntry } from './entry';
import { buildFunctions } from './functions';
import { packNpm } from './pack';

export { buildFunctions } from './functions';
export { packNpm } from './pack';

export const distFolder = path.resolve(__dirname, '../dist/cloudfunctions');

async function main(): Promise<void> {
  const packed = packNpm();
  console.log(`packed ${packed.files} npm files, ${Math.round(packed.bytes / 1024)} KB (${packed.written} new)`);
  await buildFunctions(distFolder);
  console.log(`bundled cloud functions into ${path.relative(process.cwd(), distFolder)}`);
}

if (isEntry(__filename)) void main();
