/** Newer versions of the mini-program, which WeChat downloads by itself. */

/** `unknown`: WeChat still looks, or downloads; `none`: it knows of no newer one. */
export type UpdateState = 'unknown' | 'none' | 'ready' | 'failed';

let state: UpdateState = 'unknown';
let listener: (state: UpdateState) => void = () => undefined;

function changeTo(next: UpdateState): void {
  state = next;
  listener(next);
}

/** Called at the start, once: WeChat tells each of its news a single time. */
export function watchUpdates(): void {
  const manager = wx.getUpdateManager();
  manager.onCheckForUpdate(({ hasUpdate }) => {
    if (!hasUpdate) changeTo('none');
  });
  manager.onUpdateReady(() => changeTo('ready'));
  manager.onUpdateFailed(() => changeTo('failed'));
}

/** Tells how it stands, now and with every change; the last who asks is told. */
export function onUpdate(told: (state: UpdateState) => void): void {
  listener = told;
  told(state);
}

/** Closes this version and opens the one that is ready. */
export function restart(): void {
  wx.getUpdateManager().applyUpdate();
}
