/** Every page of a list, from the first on. @throws Error where it never ends */
export async function walk<Page extends { readonly next?: string }>(
  read: (cursor: { cursor?: string }) => Promise<Page>,
): Promise<Page[]> {
  const pages: Page[] = [];
  let next: string | undefined;
  do {
    const page = await read(next === undefined ? {} : { cursor: next });
    pages.push(page);
    next = page.next;
    if (pages.length > 50) throw new Error('The list never ends.');
  } while (next !== undefined);
  return pages;
}
