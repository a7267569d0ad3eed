import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** WeChat's own tool, of this very version: it is fetched when somebody uploads, and is no part of `npm ci`. */
export const uploadTool = { name: 'miniprogram-ci', version: '2.1.42' } as const;

const keys = { appId: 'MINIPROGRAM_APPID', keyFile: 'MINIPROGRAM_KEY_FILE' } as const;

export interface Upload {
  readonly appId: string;
  /** Path of the key for uploading code, which the mini-program's console gives out. */
  readonly keyFile: string;
  readonly version: string;
  readonly description: string;
}

/** What is uploaded, or which keys are missing for it. @throws Error when the key's file is not there */
export function readUpload(
  environment: Readonly<Record<string, string | undefined>>,
  { version, description }: Pick<Upload, 'version' | 'description'>,
): Upload | readonly string[] {
  const appId = environment[keys.appId] ?? '';
  const keyFile = environment[keys.keyFile] ?? '';
  const missing = Object.values(keys).filter((name) => (environment[name] ?? '') === '');
  if (missing.length > 0) return missing;
  if (!existsSync(keyFile)) throw new Error(`${keys.keyFile} names no file: ${keyFile}`);
  return { appId, keyFile, version, description };
}

/** How the tool is fetched into a folder of its own; nothing of it runs by being installed. */
export function fetchCommand(folder: string): readonly string[] {
  const what = `${uploadTool.name}@${uploadTool.version}`;
  return ['npm', 'install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', what];
}

/** How the tool is called: it compiles and sends the project, as WeChat DevTools would with its settings. */
export function uploadCommand(folder: string, project: string, upload: Upload): readonly string[] {
  return [
    ...[path.join(folder, 'node_modules', '.bin', uploadTool.name), 'upload'],
    ...['--pp', project, '--pkp', upload.keyFile, '--appid', upload.appId],
    ...['--uv', upload.version, '--ud', upload.description, '-r', '1', '--use-project-config', 'true'],
  ];
}

function run([program = '', ...args]: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.once('error', reject);
    child.once('close', (status) =>
      status === 0 ? resolve() : reject(new Error(`${path.basename(program)} ended with ${status}`)),
    );
  });
}

/** Fetches the tool where it is not there yet, and uploads the mini-program as a new trial version. */
export async function uploadMiniprogram(root: string, upload: Upload): Promise<void> {
  const folder = path.join(root, '.cache', `${uploadTool.name}-${uploadTool.version}`);
  if (!existsSync(path.join(folder, 'node_modules', uploadTool.name))) await run(fetchCommand(folder));
  await run(uploadCommand(folder, root, upload));
}
