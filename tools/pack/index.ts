import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesUnder, syncFolder } from '../files';
import { Reach } from './reach';

const root = path.resolve(__dirname, '../..');

export interface PackOptions {
  readonly appFolder?: string;
  readonly nodeModules?: string;
}

/**
 * A font that lies elsewhere, and the letters that stand for its pictures: TDesign names its icons' on a CDN. Ours are
 * shipped pictures (tools/icons.ts), and nothing is fetched.
 */
const remoteFont = /@font-face\s*\{[^}]*https?:\/\/[^}]*\}|\.t-icon-[\w-]+:before\{content:'\\E[0-9A-F]+';\}\n?/g;

function contentOf(file: string): Buffer {
  const content = readFileSync(file);
  return file.endsWith('.wxss') ? Buffer.from(content.toString('utf8').replace(remoteFont, '')) : content;
}

/**
 * Copies the npm files that the mini-program reaches, and no other, into its `miniprogram_npm`, where WeChat and
 * miniprogram-simulate look for them. DevTools' own packing copies whole packages (TDesign alone: over 1 MB).
 */
export function packNpm(options: PackOptions = {}): { files: number; bytes: number; written: number } {
  const { appFolder = path.join(root, 'miniprogram'), nodeModules = path.join(root, 'node_modules') } = options;
  const reach = new Reach(nodeModules);
  reach.follow(filesUnder(appFolder, ['miniprogram_npm']));
  const files = new Map([...reach.packed].map(([file, name]) => [name, contentOf(file)]));
  const { written } = syncFolder(path.join(appFolder, 'miniprogram_npm'), files);
  const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
  return { files: files.size, bytes, written };
}
