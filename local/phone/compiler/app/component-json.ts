/**
 * Resolves the JSON of a component or page: the names of other components become absolute, and the app's defaults are
 * added.
 */
import type { AppConfig } from './app-config';
import type { AppFiles } from './app-files';
import type { Diagnostic } from '../diagnostic';
import { isRecord, recordOf, stringEntries, type JsonRecord } from './json';

export interface ResolvedJson {
  readonly json: JsonRecord;
  /** The names of the components that it uses, the defaults of its generics included. */
  readonly usedComponents: readonly string[];
  readonly declaredTags: ReadonlySet<string>;
  readonly problems: readonly Diagnostic[];
}

interface JsonContext {
  readonly files: AppFiles;
  readonly config: AppConfig;
  /** The name of the component whose JSON this is. */
  readonly name: string;
  readonly displayPath: string;
}

function missingComponent(context: JsonContext, tag: string, reference: string): Diagnostic {
  const hint =
    '检查 usingComponents 里的路径：以 / 开头从小程序根目录算起；npm 组件写成 "包名/组件/组件"，并先安装这个包。';
  return {
    severity: 'error',
    file: context.displayPath,
    line: 0,
    column: 0,
    message: `<${tag}>: no component ${reference}`,
    hint,
  };
}

function resolveUsing(context: JsonContext, raw: JsonRecord, problems: Diagnostic[]): Record<string, string> {
  const own = stringEntries(raw['usingComponents']).map(([tag, reference]) => [tag, reference, context.name] as const);
  const inherited = context.config.usingComponents.map(([tag, reference]) => [tag, reference, 'app'] as const);
  const using: Record<string, string> = {};
  for (const [tag, reference, from] of [...inherited, ...own]) {
    if (/^(plugin|plugin-private|dynamicLib):\/\//.test(reference)) continue;
    const name = context.files.resolveComponent(from, reference);
    if (name !== undefined) using[tag] = `/${name}`;
    else if (from !== 'app' || context.name === context.config.pages[0])
      problems.push(missingComponent(context, tag, reference));
  }
  return using;
}

function resolveGenerics(context: JsonContext, raw: JsonRecord, problems: Diagnostic[]): JsonRecord {
  const resolved: JsonRecord = {};
  for (const [tag, generic] of Object.entries(recordOf(raw['componentGenerics']))) {
    const fallback = isRecord(generic) ? generic['default'] : undefined;
    const name = typeof fallback === 'string' ? context.files.resolveComponent(context.name, fallback) : undefined;
    if (typeof fallback === 'string' && name === undefined) problems.push(missingComponent(context, tag, fallback));
    resolved[tag] = name === undefined ? true : { default: `/${name}` };
  }
  return resolved;
}

/** @param styleIsolation the value of the script's `options`, which the JSON's own value overrides */
export function resolveComponentJson(
  context: JsonContext,
  raw: JsonRecord,
  styleIsolation: string | undefined,
): ResolvedJson {
  const problems: Diagnostic[] = [];
  const usingComponents = resolveUsing(context, raw, problems);
  const componentGenerics = resolveGenerics(context, raw, problems);
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
    usedComponents: [...Object.values(usingComponents), ...defaults].map((name) => name.slice(1)),
    declaredTags: new Set([...Object.keys(usingComponents), ...Object.keys(componentGenerics)]),
    problems,
  };
}
