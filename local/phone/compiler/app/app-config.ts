/** Reads app.json: which pages there are, in which packages, and what every page inherits. */
import type { Diagnostic } from '../diagnostic';
import { isRecord, recordOf, stringEntries, stringsOf, type JsonRecord } from './json';
import { posix } from 'node:path';

export interface Subpackage {
  /** folder from the app's root, without slashes at its ends */
  root: string;
  pages: readonly string[];
}

export interface AppConfig {
  raw: JsonRecord;
  /** main package first, then the subpackages' */
  pages: readonly string[];
  subpackages: readonly Subpackage[];
  usingComponents: readonly (readonly [tag: string, reference: string])[];
  hasCustomTabBar: boolean;
}

function readSubpackages(raw: JsonRecord): Subpackage[] {
  const listed = raw['subpackages'] ?? raw['subPackages'];
  const entries = Array.isArray(listed) ? listed.filter(isRecord) : [];
  return entries.map((entry) => {
    const root = String(entry['root'] ?? '').replace(/^\/+|\/+$/g, '');
    return { root, pages: stringsOf(entry['pages']).map((page) => posix.join(root, page)) };
  });
}

/** @param raw app.json, already parsed */
export function readAppConfig(raw: JsonRecord, report: (diagnostic: Diagnostic) => void): AppConfig {
  const mainPages = stringsOf(raw['pages']);
  const subpackages = readSubpackages(raw);
  if (mainPages.length === 0) {
    const hint = '在 app.json 里写上 "pages": ["pages/…"]，第一项就是首页。';
    report({ severity: 'error', file: 'app.json', line: 0, column: 0, message: 'no page is listed', hint });
  }
  return {
    raw,
    pages: [...mainPages, ...subpackages.flatMap((subpackage) => subpackage.pages)],
    subpackages,
    usingComponents: stringEntries(raw['usingComponents']),
    hasCustomTabBar: recordOf(raw['tabBar'])['custom'] === true,
  };
}

/** Root of the subpackage that a name lies in, '' for the main package. */
export function packageOf(config: AppConfig, name: string): string {
  const found = config.subpackages.find((subpackage) => name.startsWith(`${subpackage.root}/`));
  return found?.root ?? '';
}
