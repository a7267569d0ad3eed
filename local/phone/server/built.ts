/** What a finished build says of itself beside its scripts, so that another phone can serve them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface BuiltApp {
  /** The app reaches the database itself, which needs the script of it. */
  readonly usesDatabase: boolean;
}

const note = 'built.json';

export async function noteBuilt(outFolder: string, { usesDatabase }: BuiltApp): Promise<void> {
  await writeFile(join(outFolder, note), JSON.stringify({ usesDatabase }));
}

/** @throws Error where no build was finished in this folder */
export async function readBuilt(outFolder: string): Promise<BuiltApp> {
  const text = await readFile(join(outFolder, note), 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`${outFolder} holds no finished build`);
  const said: unknown = JSON.parse(text);
  const usesDatabase =
    typeof said === 'object' && said !== null && 'usesDatabase' in said && said.usesDatabase === true;
  return { usesDatabase };
}
