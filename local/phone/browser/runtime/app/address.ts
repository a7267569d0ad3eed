/** The browser's address: which page, as whom. It follows the page on top, so that a reload stays where one is. */
import type { AppConfig, Host } from '../../host';
import { parseUrl, type PageAddress } from './url';

/** `?page=/pages/a/a%3Fx%3D1`, or the app's entry. */
export function firstAddress(address: URLSearchParams, config: AppConfig): PageAddress {
  const entry = config.raw['entryPagePath'];
  const fallback = typeof entry === 'string' ? entry : (config.pages[0] ?? '');
  return parseUrl(`/${(address.get('page') || fallback).replace(/^\/+/, '')}`, '', '');
}

export function followRoute(host: Host): void {
  host.on('route', (detail) => {
    const path = typeof detail === 'object' && detail !== null && 'path' in detail ? String(detail.path) : '';
    const address = new URL(window.location.href);
    address.searchParams.set('page', path);
    address.searchParams.set('as', host.settings.openid);
    window.history.replaceState(null, '', address);
    if (window.parent !== window) window.parent.postMessage({ phone: 'route', path }, window.location.origin);
  });
}
