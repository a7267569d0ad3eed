import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const resolver = createRequire(__filename);

/** The folder of an installed package. */
export function packageFolder(name: string): string {
  return dirname(resolver.resolve(`${name}/package.json`));
}
