import { watch } from 'chokidar';

const settleMs = 150;

/**
 * Runs `rebuild` when a TypeScript or JSON file under the folders changes, one run at a time, after the editor has come
 * to rest. What does not compile is said and changes nothing.
 */
export function rebuildOnChange(
  folders: readonly string[],
  rebuild: () => Promise<void>,
  log: (line: string) => void,
): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = (): Promise<void> =>
    rebuild().catch((error: unknown) => log(error instanceof Error ? error.message : String(error)));
  const watcher = watch([...folders], {
    ignoreInitial: true,
    ignored: (file, stats) => stats?.isFile() === true && !/\.(ts|json)$/.test(file),
  });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(run);
    }, settleMs);
  });
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
      await running;
    },
  };
}
