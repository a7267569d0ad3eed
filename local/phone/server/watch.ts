/** Watches a folder; changes that follow each other closely are reported once. */
import { watch } from 'chokidar';

/** Editors write a file in several steps. */
const settleMs = 40;

/** Resolves when it is watching, with a function that ends it. */
export async function watchFolder(folder: string, onChange: () => void): Promise<() => Promise<void>> {
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: /(?:^|[\\/])(?:node_modules|\.git|miniprogram_npm)(?:[\\/]|$)/,
  });
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, settleMs);
  });
  await new Promise<void>((resolve) =>
    watcher.once('ready', () => {
      resolve();
    }),
  );
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
