/** What writes PDF lies beside the bundle, and is loaded by the first call that prints (docs/adr/0036). */
export const loadPdf = () => import('./pdf');
