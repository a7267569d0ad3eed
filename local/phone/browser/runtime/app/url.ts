/** Addresses of pages as WeChat parses them. */
import type { Query } from '../../host';

/**
 * Parses a query. Values stay as they were written: a page decodes what it encoded, `scene` above all. A second `?`
 * ends the query, a second `=` ends a value. A name without `=` is the text "undefined" if a page gave the address, and
 * '' if the app was launched with it. All of this was reported to WeChat, which did not change it:
 * https://developers.weixin.qq.com/community/develop/doc/0004e8d93c4c080eddc36298661800
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

/** The path of a route with its query: `/pages/a/a?x=1`. */
export function formatPath(route: string, query: Query): string {
  const text = formatQuery(query);
  return `/${route}${text === '' ? '' : `?${text}`}`;
}

/** Resolves a path from a route: `../b/b` from `pages/a/a` is `pages/b/b`. */
export function resolveRoute(path: string, from: string): string {
  const segments = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/').replace(/\.html$/, '');
}

export interface PageAddress {
  readonly route: string;
  readonly query: Query;
}

export function parseUrl(url: string, from: string, missing: 'undefined' | '' = 'undefined'): PageAddress {
  const queryStart = url.indexOf('?');
  const path = queryStart < 0 ? url : url.slice(0, queryStart);
  return {
    route: resolveRoute(path, from),
    query: queryStart < 0 ? {} : parseQuery(url.slice(queryStart + 1), missing),
  };
}
