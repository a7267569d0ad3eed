/** What becomes of a tab whose content is a component of a subpackage that could not be fetched (page/tab-shell.ts). */

const isShell = (page: object): page is { contentFailed(): void } => 'contentFailed' in page;

/** Once a start. WeChat draws the placeholder until the package is there, and says by this event that it is not. */
export function watchMissingPackages(): void {
  wx.onLazyLoadError(() => {
    for (const page of getCurrentPages()) if (isShell(page)) page.contentFailed();
  });
}
