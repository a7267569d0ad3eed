/** Loads what reads and writes spreadsheets, which is heavy: with the first list alone. */
export const loadWorkbookLibrary = () => import('./workbook-reader');
