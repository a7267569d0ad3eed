import { existsSync, realpathSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';

/** The cloud's runtime provides these; everything else must be in the function's own node_modules. */
const providedPackages = ['wx-server-sdk', '@cloudbase/node-sdk'];

const isProvided = (request: string): boolean =>
  providedPackages.some((name) => request === name || request.startsWith(`${name}/`));

interface ModuleInternals {
  _resolveFilename(request: string, parent: { filename?: string } | undefined, ...rest: unknown[]): string;
}

const hasResolver = (value: unknown): value is ModuleInternals =>
  typeof value === 'function' && '_resolveFilename' in value;

const isWithin = (folder: string, file: string): boolean => file === folder || file.startsWith(folder + path.sep);

/** As Node words it, so that a function sees the error that it would see in the cloud. */
function notFound(request: string, from: string): Error {
  const error = new Error(
    `Cannot find module '${request}': it is not in the function's own folder\nRequire stack:\n- ${from}`,
  );
  return Object.assign(error, { code: 'MODULE_NOT_FOUND', requireStack: [from] });
}

/** The package of `name/file` or `@scope/name/file`. */
function packageOf(request: string): string {
  const [first = '', second = ''] = request.split('/');
  return request.startsWith('@') ? `${first}/${second}` : first;
}

/** Whether a package lies between a file of the function and the function's folder; it may be a link. */
function hasOwnPackage(folder: string, from: string, request: string): boolean {
  for (let at = path.dirname(from); isWithin(folder, at); at = path.dirname(at))
    if (existsSync(path.join(at, 'node_modules', packageOf(request)))) return true;
  return false;
}

/** Only the function's folder is uploaded: what a file in it requires must lie in it, too. */
function isOwn(folder: string, from: string, request: string): boolean {
  if (isBuiltin(request) || request.startsWith('#')) return true;
  const isPath = path.isAbsolute(request) || /^\.{1,2}(\/|$)/.test(request);
  if (isPath) return isWithin(folder, path.resolve(path.dirname(from), request));
  return hasOwnPackage(folder, from, request);
}

/**
 * Makes the thread's modules those of its function: called once, before anything of it is loaded.
 * @param fallbackFolder a folder from which the project's packages resolve
 * @returns a `require` as the function's own `index.js` has it; `wx-server-sdk` falls back to the project's copy
 */
export function functionRequire(folder: string, fallbackFolder: string): NodeJS.Require {
  const own = realpathSync(folder);
  const require = createRequire(path.join(own, 'index.js'));
  const fallback = createRequire(path.join(fallbackFolder, 'index.js'));
  const loader: unknown = require('node:module');
  if (!hasResolver(loader)) throw new Error('this Node has no Module._resolveFilename');
  const resolve = loader._resolveFilename.bind(loader);
  loader._resolveFilename = (request, parent, ...rest) => {
    // without a file it is Node itself that asks, for what it has resolved already
    const from = parent?.filename ?? '';
    try {
      if (isWithin(own, from) && !isOwn(own, from, request)) throw notFound(request, from);
      return resolve(request, parent, ...rest);
    } catch (error) {
      if (!isProvided(request)) throw error;
      return fallback.resolve(request);
    }
  };
  return require;
}
