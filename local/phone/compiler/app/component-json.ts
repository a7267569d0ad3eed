/** A component's (or page's) JSON: names of other components made absolute, defaults of the app mixed in. */
import type { AppConfig } from './app-config';
import type { AppFiles } from './app-files';
import type { Diagnostic } from '../diagnostic';
import { isRecord, recordOf, stringEntries, type JsonRecord } from './json';

export interface ResolvedJson {
  json: JsonRecord;
  /** names of the components that it uses, its generics' defaults included */
  uses: readonly string[];
  knownTags: ReadonlySet<string>;
  problems: readonly Diagnostic[];
}

interface Reader {
  files: AppFiles;
  config: AppConfig;
  /** of the component whose JSON this is */
  name: string;
  shownFile: string;
}

function missing(reader: Reader, tag: string, reference: string): Diagnostic {
  const hint =
    '检查 usingComponents 里的路径：以 / 开头从小程序根目录算起；npm 组件写成 "包名/组件/组件"，并先安装这个包。';
  return {
    severity: 'error',
    file: reader.shownFile,
    line: 0,
    column: 0,
    message: `<${tag}>: no component ${reference}`,
    hint,
  };
}

function resolveUsing(reader: Reader, raw: JsonRecord, problems: Diagnostic[]): Record<string, string> {
  const own = stringEntries(raw['usingComponents']).map(([tag, reference]) => [tag, reference, reader.name] as const);
  const inherited = reader.config.usingComponents.map(([tag, reference]) => [tag, reference, 'app'] as const);
  const using: Record<string, string> = {};
  for (const [tag, reference, from] of [...inherited, ...own]) {
    if (/^(plugin|plugin-private|dynamicLib):\/\//.test(reference)) continue;
    const name = reader.files.resolveComponent(from, reference);
    if (name !== undefined) using[tag] = `/${name}`;
    else if (from !== 'app' || reader.name === reader.config.pages[0]) problems.push(missing(reader, tag, reference));
  }
  return using;
}

function resolveGenerics(reader: Reader, raw: JsonRecord, problems: Diagnostic[]): JsonRecord {
  const resolved: JsonRecord = {};
  for (const [tag, generic] of Object.entries(recordOf(raw['componentGenerics']))) {
    const fallback = isRecord(generic) ? generic['default'] : undefined;
    const name = typeof fallback === 'string' ? reader.files.resolveComponent(reader.name, fallback) : undefined;
    if (typeof fallback === 'string' && name === undefined) problems.push(missing(reader, tag, fallback));
    resolved[tag] = name === undefined ? true : { default: `/${name}` };
  }
  return resolved;
}

/** @param styleIsolation what the script's `options` say; the JSON's own word wins */
export function resolveComponentJson(
  reader: Reader,
  raw: JsonRecord,
  styleIsolation: string | undefined,
): ResolvedJson {
  const problems: Diagnostic[] = [];
  const usingComponents = resolveUsing(reader, raw, problems);
  const componentGenerics = resolveGenerics(reader, raw, problems);
  const isolation = raw['styleIsolation'] ?? styleIsolation;
  const json = {
    ...raw,
    usingComponents,
    componentGenerics,
    ...(isolation === undefined ? {} : { styleIsolation: isolation }),
  };
  const defaults = Object.values(componentGenerics).flatMap((generic) =>
    stringEntries(generic).map(([, name]) => name),
  );
  return {
    json,
    uses: [...Object.values(usingComponents), ...defaults].map((name) => name.slice(1)),
    knownTags: new Set([...Object.keys(usingComponents), ...Object.keys(componentGenerics)]),
    problems,
  };
}
