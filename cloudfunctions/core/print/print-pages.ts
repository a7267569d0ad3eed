import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PrintView } from '../../../miniprogram/contracts/file';
import type { Context } from '../platform/context';
import { done, refuse, type Result } from '../platform/result';
import type { PaperPage } from './drawing';

/** It lies beside the function's bundle. */
const fontFile = 'NotoSansSC_400Regular.ttf';

/** The font's bytes. */
export function readFont(): Promise<Buffer> {
  return readFile(path.join(__dirname, fontFile));
}

/** Makes a PDF, leaves it in the cloud's storage, and says where. Font and library are loaded with the first one. */
export async function printPages(
  { storage }: Context,
  cloudPath: string,
  pages: readonly PaperPage[],
): Promise<Result<PrintView>> {
  const [{ writePdf }, font] = await Promise.all([import('./pdf'), readFont()]);
  const { bytes, missing } = await writePdf(pages, font);
  const fileId = await storage.upload(cloudPath, bytes);
  const fileUrl = (await storage.urls([fileId])).get(fileId);
  return fileUrl === undefined ? refuse('INTERNAL') : done({ fileId, fileUrl, missing });
}
