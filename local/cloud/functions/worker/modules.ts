import { createRequire } from 'node:module';
import path from 'node:path';

/** The cloud's runtime provides these; everything else must be in the function's own node_modules. */
const providedPackages = ['wx-server-sdk', '@cloudbase/node-sdk'];

const isProvided = (request: string): boolean =>
  providedPackages.some((name) => request === name || request.startsWith(`${name}/`));

interface ModuleInternals {
  _resolveFilename(request: string, ...rest: unknown[]): string;
}

const hasResolver = (value: unknown): value is ModuleInternals =>
  typeof value === 'function' && '_resolveFilename' in value;

/**
 * A `require` as the function's own `index.js` has it; `wx-server-sdk` falls back to the project's copy.
 * @param fallbackFolder a folder from which the project's packages resolve
 */
export function functionRequire(folder: string, fallbackFolder: string): NodeJS.Require {
  const require = createRequire(path.join(folder, 'index.js'));
  const fallback = createRequire(path.join(fallbackFolder, 'index.js'));
  const loader: unknown = require('node:module');
  if (!hasResolver(loader)) throw new Error('this Node has no Module._resolveFilename');
  const resolve = loader._resolveFilename.bind(loader);
  loader._resolveFilename = (request, ...rest) => {
    try {
      return resolve(request, ...rest);
    } catch (error) {
      if (!isProvided(request)) throw error;
      return fallback.resolve(request);
    }
  };
  return require;
}
