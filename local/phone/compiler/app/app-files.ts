/**
 * The names and paths of files. Inside an app every file has WeChat's name: the path from the app's root with `/`,
 * without extension (`pages/home/home`). A package of npm has a name under `miniprogram_npm/` and is read directly from
 * `node_modules` (the folder `miniprogram` of its package.json), so that no "构建 npm" step is needed.
 */
import { dirname, isAbsolute, join, posix, relative, sep } from 'node:path';
import { isFile, Memo, readText } from '../memo';
import { isRecord } from './json';

const npmFolder = 'miniprogram_npm';
const scriptExtensions = ['.ts', '.js'] as const;

interface Package {
  readonly folder: string;
  /** The entry file without extension, relative to `folder`. */
  readonly entry: string;
}

function describePackage(folder: string): Package {
  const manifest: unknown = JSON.parse(readText(join(folder, 'package.json')));
  const fields = isRecord(manifest) ? manifest : {};
  const built = fields['miniprogram'];
  if (typeof built === 'string') return { folder: join(folder, built), entry: 'index' };
  const main = fields['main'];
  return { folder, entry: posix.normalize(typeof main === 'string' ? main.replace(/\.js$/, '') : 'index') };
}

export class AppFiles {
  /** `resolveAlias` of app.json: `["@behaviors/*", "/behaviors/*"]`. */
  aliases: readonly (readonly [pattern: string, target: string])[] = [];
  readonly #packages = new Map<string, Package | undefined>();
  readonly #files = new Memo<string>();

  /** @param fallbackFolder the folder whose node_modules is used for packages that the app has not installed */
  constructor(
    readonly appFolder: string,
    readonly fallbackFolder: string,
  ) {}

  #findPackage(name: string): Package | undefined {
    for (const start of [this.appFolder, this.fallbackFolder]) {
      for (let folder = start; ; folder = dirname(folder)) {
        const candidate = join(folder, 'node_modules', name);
        if (isFile(join(candidate, 'package.json'))) return describePackage(candidate);
        if (dirname(folder) === folder) break;
      }
    }
    return undefined;
  }

  #package(name: string): Package | undefined {
    if (!this.#packages.has(name)) this.#packages.set(name, this.#findPackage(name));
    return this.#packages.get(name);
  }

  /**
   * The absolute path without extension. The app's own miniprogram_npm/ is used only for packages that npm has not
   * installed.
   */
  absolutePath(name: string): string {
    const match = /^miniprogram_npm\/((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(name);
    const found = match?.[1] === undefined ? undefined : this.#package(match[1]);
    return found ? join(found.folder, match?.[2] ?? found.entry) : join(this.appFolder, name);
  }

  /** The file of a name with one of the extensions, or undefined. */
  file(name: string, extensions: readonly string[]): string | undefined {
    const absolutePath = this.absolutePath(name);
    const cached = this.#files.get(`${absolutePath}|${extensions.join()}`);
    if (cached !== undefined) return cached;
    const found = extensions.map((extension) => absolutePath + extension).find(isFile);
    return found === undefined ? undefined : this.#files.set(`${absolutePath}|${extensions.join()}`, found, [found]);
  }

  script(name: string): string | undefined {
    return this.file(name, scriptExtensions);
  }

  /** The path of a file for the app's author: from the app's folder, or from its node_modules. Its separator is `/`. */
  displayPath(file: string): string {
    const fromApp = relative(this.appFolder, file);
    if (!fromApp.startsWith('..') && !isAbsolute(fromApp)) return fromApp.split(sep).join('/');
    const folders = file.split(sep);
    return folders.slice(folders.lastIndexOf('node_modules')).join('/');
  }

  /** The name of `/a/b`, or of `./b` in the file `from`; it never leaves the root. */
  static join(from: string, reference: string): string {
    const joined = reference.startsWith('/') ? reference : posix.join('/', posix.dirname(from), reference);
    return posix.normalize(joined).replace(/^\/+/, '');
  }

  #ancestorNames(from: string, request: string): string[] {
    const names: string[] = [];
    for (let folder = posix.dirname(from); folder !== '.' && folder !== ''; folder = posix.dirname(folder)) {
      names.push(posix.join(folder, npmFolder, request));
    }
    return [...names, posix.join(npmFolder, request)];
  }

  #resolveAlias(request: string): string {
    for (const [pattern, target] of this.aliases) {
      if (!pattern.endsWith('*') && request === pattern) return target;
      const prefix = pattern.slice(0, -1);
      if (pattern.endsWith('*') && request.startsWith(prefix)) return target.replace('*', request.slice(prefix.length));
    }
    return request;
  }

  #candidates(from: string, written: string): string[] {
    const request = this.#resolveAlias(written);
    if (request !== written && !request.startsWith('/')) return [AppFiles.join('', `/${request}`)];
    if (/^[./]/.test(request)) return [AppFiles.join(from, request)];
    return [...this.#ancestorNames(from, request), AppFiles.join(from, `./${request}`)];
  }

  /** `miniprogram_npm/dayjs` → `miniprogram_npm/dayjs/dayjs.min`, so that its own relative requires are resolved. */
  #entryOf(name: string): string {
    const match = /^miniprogram_npm\/((?:@[^/]+\/)?[^/]+)$/.exec(name);
    const found = match?.[1] === undefined ? undefined : this.#package(match[1]);
    return found ? `${name}/${found.entry}` : name;
  }

  /** The name of the module of `require(request)` in `from`, or undefined. */
  resolveScript(from: string, request: string): string | undefined {
    for (const candidate of this.#candidates(from, request)) {
      const name = this.#entryOf(candidate.replace(/\.(js|ts)$/, ''));
      if (this.script(name) !== undefined) return name;
      if (this.script(`${name}/index`) !== undefined) return `${name}/index`;
    }
    return undefined;
  }

  /**
   * The component of a `usingComponents` entry of `from`, or undefined. As in WeChat, a plain path is first tried
   * beside the file.
   */
  resolveComponent(from: string, reference: string): string | undefined {
    const beside = AppFiles.join(from, /^[./]/.test(reference) ? reference : `./${reference}`);
    const candidates = /^[./]/.test(reference)
      ? [beside]
      : [beside, ...this.#ancestorNames(from, reference), AppFiles.join('', `/${reference}`)];
    for (const candidate of candidates) {
      if (this.file(candidate, ['.json']) !== undefined) return candidate;
      if (this.file(`${candidate}/index`, ['.json']) !== undefined) return `${candidate}/index`;
    }
    return undefined;
  }
}
