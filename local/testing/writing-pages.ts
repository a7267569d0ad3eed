/** The pages that write, as their sources say it: whoever imports a service's function that writes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { everyRoute } from './every-route';

const root = path.resolve(__dirname, '../../miniprogram');

/** Exported functions of a service by whether they write, by the service's path without its ending. */
function writersOf(file: string): readonly string[] {
  const [, ...exported] = readFileSync(file, 'utf8').split(/^export /m);
  return exported.flatMap((part) => {
    const [, name] = /^(?:const|(?:async )?function) (\w+)/.exec(part) ?? [];
    return name !== undefined && /\bwrite\(|requestId/.test(part) ? [name] : [];
  });
}

const folderOf = (route: string): string => path.join(root, path.dirname(route));

/** Whether one of the page's own files uses a function that writes. */
function isWriting(route: string): boolean {
  const files = readdirSync(folderOf(route)).filter((file) => file.endsWith('.ts'));
  return files.some((file) => {
    const source = readFileSync(path.join(folderOf(route), file), 'utf8');
    const imports = [...source.matchAll(/^import (?:\* as (\w+)|\{([^}]*)\}) from '(\.[^']*services\/[^']+)'/gm)];
    return imports.some(([, whole, parts = '', from = '']) => {
      if (from.includes('platform/')) return false;
      const writers = writersOf(path.join(folderOf(route), `${from}.ts`));
      return writers.some((name) =>
        whole === undefined
          ? new RegExp(`\\b${name}\\b`).test(parts)
          : new RegExp(`\\b${whole}\\.${name}\\b`).test(source),
      );
    });
  });
}

/** Routes of pages that write by themselves. */
export function writingPages(): readonly string[] {
  return everyRoute().filter(isWriting);
}
