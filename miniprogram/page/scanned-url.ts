import { readSignCode } from '../contracts/sign-code';
import { routes } from '../routes';

/** Where a code leads that was scanned: a card's or a sign's own page, signing in at a meeting; '' for any other. */
export function scannedUrl({ path, result }: { readonly path?: string; readonly result: string }): string {
  if (path) return `/${path.replace(/^\//, '')}`;
  return readSignCode(result) === null ? '' : routes.signInBy(result);
}
