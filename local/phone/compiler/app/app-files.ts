/**
 * Names and places. Inside an app everything is named as WeChat names it: a path from the app's root with `/`, without extension
 * (`pages/home/home`). A package from npm has its name under `miniprogram_npm/` and is read straight from `node_modules`
 * (the folder that its package.json calls "miniprogram"), so that no "构建 npm" step is needed.
 */
import { dirname, join, posix } from 'node:path';
import { isFile, Memo, readText } from '../memo';
import { isRecord } from './json';

const NPM = 'miniprogram_npm';
const SCRIPTS = ['.ts', '.js'] as const;

interface Package {
  folder: string;
  /** entry file without extension, relative to folder */
  entry: string;
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
  /** app.json's resolveAlias: `["@behaviors/*", "/behaviors/*"]` */
  aliases: readonly (readonly [pattern: string, target: string])[] = [];
  readonly #packages = new Map<string, Package | undefined>();
  readonly #places = new Memo<string>();

  /** @param fallbackFolder whose node_modules serves apps that bring none */
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

  /** Absolute path, without extension. What the app itself keeps under miniprogram_npm/ wins only where npm has nothing. */
  place(name: string): string {
    const match = /^miniprogram_npm\/((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(name);
    const found = match?.[1] === undefined ? undefined : this.#package(match[1]);
    return found ? join(found.folder, match?.[2] ?? found.entry) : join(this.appFolder, name);
  }

  /** The file of a name with one of these extensions, or undefined. */
  file(name: string, extensions: readonly string[]): string | undefined {
    const place = this.place(name);
    const kept = this.#places.get(`${place}|${extensions.join()}`);
    if (kept !== undefined) return kept;
    const found = extensions.map((extension) => place + extension).find(isFile);
    return found === undefined ? undefined : this.#places.set(`${place}|${extensions.join()}`, found, [found]);
  }

  script(name: string): string | undefined {
    return this.file(name, SCRIPTS);
  }

  /** How the author knows a file: relative to the app, or by its package. */
  display(file: string): string {
    if (file.startsWith(this.appFolder + '/')) return file.slice(this.appFolder.length + 1);
    return file.slice(file.lastIndexOf('/node_modules/') + 1);
  }

  /** `/a/b` and `./b` (seen from the file named `from`) as a name; never climbs above the root. */
  static join(from: string, reference: string): string {
    const joined = reference.startsWith('/') ? reference : posix.join('/', posix.dirname(from), reference);
    return posix.normalize(joined).replace(/^\/+/, '');
  }

  #upward(from: string, request: string): string[] {
    const names: string[] = [];
    for (let folder = posix.dirname(from); folder !== '.' && folder !== ''; folder = posix.dirname(folder)) {
      names.push(posix.join(folder, NPM, request));
    }
    return [...names, posix.join(NPM, request)];
  }

  #unalias(request: string): string {
    for (const [pattern, target] of this.aliases) {
      if (!pattern.endsWith('*') && request === pattern) return target;
      const prefix = pattern.slice(0, -1);
      if (pattern.endsWith('*') && request.startsWith(prefix)) return target.replace('*', request.slice(prefix.length));
    }
    return request;
  }

  #candidates(from: string, asked: string): string[] {
    const request = this.#unalias(asked);
    if (request !== asked && !request.startsWith('/')) return [AppFiles.join('', `/${request}`)];
    if (/^[./]/.test(request)) return [AppFiles.join(from, request)];
    return [...this.#upward(from, request), AppFiles.join(from, `./${request}`)];
  }

  /** `miniprogram_npm/dayjs` → `miniprogram_npm/dayjs/dayjs.min`, so that its own relative requires find their way. */
  #entryOf(name: string): string {
    const match = /^miniprogram_npm\/((?:@[^/]+\/)?[^/]+)$/.exec(name);
    const found = match?.[1] === undefined ? undefined : this.#package(match[1]);
    return found ? `${name}/${found.entry}` : name;
  }

  /** The module that `require(request)` in `from` means, or undefined. */
  resolveScript(from: string, request: string): string | undefined {
    for (const candidate of this.#candidates(from, request)) {
      const name = this.#entryOf(candidate.replace(/\.(js|ts)$/, ''));
      if (this.script(name) !== undefined) return name;
      if (this.script(`${name}/index`) !== undefined) return `${name}/index`;
    }
    return undefined;
  }

  /** The component that a `usingComponents` entry of `from` means, or undefined. A plain path is tried beside the file first, as WeChat does. */
  resolveComponent(from: string, reference: string): string | undefined {
    const beside = AppFiles.join(from, /^[./]/.test(reference) ? reference : `./${reference}`);
    const candidates = /^[./]/.test(reference)
      ? [beside]
      : [beside, ...this.#upward(from, reference), AppFiles.join('', `/${reference}`)];
    for (const candidate of candidates) {
      if (this.file(candidate, ['.json']) !== undefined) return candidate;
      if (this.file(`${candidate}/index`, ['.json']) !== undefined) return `${candidate}/index`;
    }
    return undefined;
  }
}
