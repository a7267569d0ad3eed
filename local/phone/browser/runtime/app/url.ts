/** Addresses of pages as WeChat reads them. */
import type { Query } from '../../host';

/**
 * Values stay as they were written (a page decodes what it encoded, `scene` above all); a second `?` ends the query, a second `=` ends a value;
 * a name without `=` is the text "undefined" where a page gave the address and '' where the app was launched with it. All of this was reported
 * to WeChat and kept by it: https://developers.weixin.qq.com/community/develop/doc/0004e8d93c4c080eddc36298661800
 */
export function parseQuery(text: string, missing: 'undefined' | ''): Query {
  const query: Query = {};
  const [first = ''] = text.split('?');
  for (const pair of first.split('&')) {
    const [name = '', value] = pair.split('=');
    if (name !== '') query[name] = value ?? missing;
  }
  return query;
}

export function formatQuery(query: Query): string {
  return Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** `/pages/a/a?x=1` for a route and its query. */
export function formatPath(route: string, query: Query): string {
  const text = formatQuery(query);
  return `/${route}${text === '' ? '' : `?${text}`}`;
}

/** `../b/b` seen from the route `pages/a/a` is `pages/b/b`. */
export function resolveRoute(path: string, from: string): string {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/').replace(/\.html$/, '');
}

export interface PageAddress {
  route: string;
  query: Query;
}

export function parseUrl(url: string, from: string, missing: 'undefined' | '' = 'undefined'): PageAddress {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  return { route: resolveRoute(path, from), query: at < 0 ? {} : parseQuery(url.slice(at + 1), missing) };
}
