/** Serves files: built scripts, the app's pictures, icons, the Chinese fonts. */
import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, normalize, sep } from 'node:path';
import { lookup } from 'mime-types';
import { readIcon } from '../compiler';
import { AppFiles } from '../compiler/app/app-files';
import { packageFolder } from '../compiler/package-folder';

const yearSeconds = 365 * 24 * 3600;
/** The files that a page may load from the app's folder: none of its sources. */
const assetPattern = /\.(?:png|jpe?g|gif|svg|webp|ico|mp3|mp4|m4a|aac|wav|ttf|otf|woff2?|json|pdf)$/i;

export function answerText(response: ServerResponse, type: string, text: string, status = 200): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' });
  response.end(text);
}

/** Answers with a file. @param cacheSeconds 0: the browser asks each time, and gets 304 while the file is unchanged */
export function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  cacheSeconds: number,
): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) {
    answerText(response, 'text/plain', 'not found', 404);
    return;
  }
  const tag = `"${stat.mtimeMs.toString(36)}-${stat.size.toString(36)}"`;
  const headers = { etag: tag, 'cache-control': cacheSeconds > 0 ? `max-age=${cacheSeconds}, immutable` : 'no-cache' };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  const type = lookup(file) || 'application/octet-stream';
  const withCharset = /^text\/|javascript|json|svg/.test(type) ? `${type}; charset=utf-8` : type;
  response.writeHead(200, { ...headers, 'content-type': withCharset, 'content-length': stat.size });
  createReadStream(file).pipe(response);
}

/** A file below a folder; undefined if the path leads out of it. */
function fileBelow(folder: string, path: string): string | undefined {
  const file = normalize(join(folder, path));
  return file.startsWith(normalize(folder) + sep) ? file : undefined;
}

export interface StaticFolders {
  readonly appFolder: string;
  readonly outFolder: string;
}

type Answer = (request: IncomingMessage, response: ServerResponse, path: string) => void;

function folderAnswer(folder: string, cacheSeconds: number, allowed: RegExp): Answer {
  return (request, response, path) => {
    const file = allowed.test(path) ? fileBelow(folder, path) : undefined;
    if (file === undefined) answerText(response, 'text/plain', 'not found', 404);
    else answerFile(request, response, file, cacheSeconds);
  };
}

/** The app's own files, and those of packages from where npm has them. */
function appAnswer(appFolder: string): Answer {
  const own = folderAnswer(appFolder, 0, assetPattern);
  const files = new AppFiles(appFolder, __dirname);
  return (request, response, path) => {
    const isPlain = path.split('/').every((part) => part !== '..' && part !== '');
    if (!path.startsWith('miniprogram_npm/') || !isPlain || !assetPattern.test(path)) own(request, response, path);
    else answerFile(request, response, files.absolutePath(path), 0);
  };
}

function answerIcon(_request: IncomingMessage, response: ServerResponse, path: string): void {
  const drawing = readIcon(path.replace(/\.svg$/, ''));
  response.writeHead(drawing === undefined ? 404 : 200, {
    'content-type': 'image/svg+xml',
    'cache-control': `max-age=${yearSeconds}`,
  });
  response.end(drawing);
}

/** The prefix of a path → the handler that gets the rest of the path. */
export function staticAnswers({ appFolder, outFolder }: StaticFolders): Readonly<Record<string, Answer>> {
  const sans = packageFolder('@fontsource-variable/noto-sans-sc');
  const serif = packageFolder('@fontsource-variable/noto-serif-sc');
  return {
    '/built/': folderAnswer(outFolder, 0, /\.(?:js|css|map)$/),
    '/app/': appAnswer(appFolder),
    '/fonts/': folderAnswer(sans, yearSeconds, /^(?:wght\.css|files\/[\w-]+\.woff2)$/),
    '/serif-fonts/': folderAnswer(serif, yearSeconds, /^(?:wght\.css|files\/[\w-]+\.woff2)$/),
    '/icons/': answerIcon,
  };
}
