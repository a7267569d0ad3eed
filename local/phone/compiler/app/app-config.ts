/** Reads app.json: the pages, their packages, and what every page inherits. */
import type { Diagnostic } from '../diagnostic';
import { isRecord, recordOf, stringEntries, stringsOf, type JsonRecord } from './json';
import { posix } from 'node:path';

export interface Subpackage {
  /** The folder from the app's root, without slashes at its ends. */
  readonly root: string;
  readonly pages: readonly string[];
}

export interface AppConfig {
  readonly raw: JsonRecord;
  /** The routes of the main package, then those of the subpackages. */
  readonly pages: readonly string[];
  readonly subpackages: readonly Subpackage[];
  readonly usingComponents: readonly (readonly [tag: string, reference: string])[];
  readonly hasCustomTabBar: boolean;
  /** Whether the app declares WeChat's new component framework; else templates mean what the old compiler makes. */
  readonly usesNewFramework: boolean;
}

function readSubpackages(raw: JsonRecord): Subpackage[] {
  const listed = raw['subpackages'] ?? raw['subPackages'];
  const entries = Array.isArray(listed) ? listed.filter(isRecord) : [];
  return entries.map((entry) => {
    const root = String(entry['root'] ?? '').replace(/^\/+|\/+$/g, '');
    return { root, pages: stringsOf(entry['pages']).map((page) => posix.join(root, page)) };
  });
}

/** @param raw the parsed app.json */
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
    usesNewFramework: raw['componentFramework'] === 'glass-easel',
  };
}

/** The root of the subpackage of a name; '' for the main package. */
export function packageOf(config: AppConfig, name: string): string {
  const found = config.subpackages.find((subpackage) => name.startsWith(`${subpackage.root}/`));
  return found?.root ?? '';
}
