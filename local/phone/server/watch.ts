/** Tells when something in a folder has changed; several changes at once are one. */
import { watch } from 'chokidar';

/** editors write a file in several steps */
const QUIET_MS = 40;

/** Resolves once it is watching, with what ends it. */
export async function watchFolder(folder: string, changed: () => void): Promise<() => Promise<void>> {
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: /(?:^|[\\/])(?:node_modules|\.git|miniprogram_npm)(?:[\\/]|$)/,
  });
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET_MS);
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
