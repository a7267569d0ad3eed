/** The photograph's code as it is shipped: bundled with its codecs, since only the bundler embeds WebAssembly. */
import { buildSync } from 'esbuild';
import path from 'node:path';
import type { cleanPhoto } from '../../cloudfunctions/core/photo/clean-photo';
import type { decodeJpeg } from '../../cloudfunctions/core/photo/codec';

const root = path.resolve(__dirname, '../..');

export interface PhotoBundle {
  readonly cleanPhoto: typeof cleanPhoto;
  readonly decodeJpeg: typeof decodeJpeg;
}

/**
 * Builds the bundle with the target of the cloud functions.
 * @returns the path of a CommonJS file that exports a PhotoBundle
 */
export function buildPhotoBundle(name: string): string {
  const file = path.join(root, '.cache/photo-test', `${name}.cjs`);
  buildSync({
    stdin: {
      contents: `export { cleanPhoto } from './clean-photo'; export { decodeJpeg } from './codec';`,
      resolveDir: path.join(root, 'cloudfunctions/core/photo'),
    },
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    outfile: file,
    logLevel: 'silent',
  });
  return file;
}
