/** What becomes of a page whose content is a component of a subpackage that could not be fetched (docs/adr/0081). */

const isShell = (page: object): page is { contentFailed(): void } => 'contentFailed' in page;

/** Once a start. WeChat draws the placeholder until the package is there, and says by this event that it is not. */
export function watchMissingPackages(): void {
  wx.onLazyLoadError(() => {
    for (const page of getCurrentPages()) if (isShell(page)) page.contentFailed();
  });
}

/** Whether a page's content is the component itself, and not its placeholder, which lies in the main package. */
export function isFetched(content: object | null): content is object {
  return content !== null && 'is' in content && typeof content.is === 'string' && content.is.startsWith('packages/');
}
