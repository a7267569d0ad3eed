/** Loads what reads and writes spreadsheets, which is heavy: with the first list alone. */
export function loadWorkbookLibrary(): Promise<typeof import('./workbook-reader')> {
  return import('./workbook-reader');
}
