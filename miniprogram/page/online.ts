/** Connected again: pages that could not be shown, or show what was there before, ask again by themselves. */

interface Refreshable {
  readonly data: { readonly phase?: string; readonly stale?: string };
  /** For a page with more to do then than to be read again. */
  online?(): void;
  retry?(): void;
  load?(): unknown;
  /** What a tab shows, where that is a component of its own (page/tab-shell.ts). */
  content?(): Refreshable | null;
}

function refresh(page: Refreshable): void {
  const content = page.content?.();
  if (content) refresh(content);
  else if (page.online) page.online();
  else if (page.data.phase === 'failed') page.retry?.();
  else if (page.data.stale) void page.load?.();
}

/** Once a start. A tab that is not in front is read again anyway when somebody goes there. */
export function refreshWhenOnline(): void {
  wx.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) for (const page of getCurrentPages()) refresh(page);
  });
}
