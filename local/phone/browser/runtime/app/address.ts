/** The browser's address names the page on top and the user, so that a reload opens the same page. */
import type { AppConfig, Host } from '../../host';
import { parseUrl, type PageAddress } from './url';

/** The page of `?page=/pages/a/a%3Fx%3D1`, or the entry page of the app. */
export function initialAddress(address: URLSearchParams, config: AppConfig): PageAddress {
  const entry = config.raw['entryPagePath'];
  const fallback = typeof entry === 'string' ? entry : (config.pages[0] ?? '');
  return parseUrl(`/${(address.get('page') || fallback).replace(/^\/+/, '')}`, '', '');
}

/** Writes the path of the page on top to the address, and sends it to the frame around the phone. */
export function syncAddress(host: Host): void {
  host.on('route', (detail) => {
    const path = typeof detail === 'object' && detail !== null && 'path' in detail ? String(detail.path) : '';
    const address = new URL(window.location.href);
    address.searchParams.set('page', path);
    address.searchParams.set('as', host.settings.openid);
    window.history.replaceState(null, '', address);
    if (window.parent !== window) window.parent.postMessage({ phone: 'route', path }, window.location.origin);
  });
}
