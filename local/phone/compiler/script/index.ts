/** Compiles a TypeScript or JavaScript file of an app to the body of a CommonJS module with a source map. */
import { extname } from 'node:path';
import { transform, type Message, type TransformFailure } from 'esbuild';
import { throwingCode, type Diagnostic } from '../diagnostic';

export interface CompiledScript {
  readonly code: string;
  /** The JSON of a version 3 source map; '' if there is none. */
  readonly map: string;
  /** What it requires, as written. */
  readonly requests: readonly string[];
  /** The names of `wx` that it uses: `showToast`, `cloud.callFunction`. */
  readonly apis: readonly string[];
  /** The value of `options: { styleIsolation }` in the script, by which the stylesheet is compiled. */
  readonly styleIsolation: string | undefined;
  readonly problems: readonly Diagnostic[];
}

const requestPattern = /\brequire(?:\.async)?\(\s*(["'])([^"']+)\1\s*[,)]/g;
const apiPattern = /(?<![\w$.])wx\s*\??\.\s*([A-Za-z]\w*)(?:\s*\??\.\s*([A-Za-z]\w*))?/g;
const styleIsolationPattern = /styleIsolation\s*[:=]\s*['"]([\w-]+)['"]/;
/** Names whose second name is part of the API; after other names it is a method of the answer. */
const namespaces = new Set(['cloud']);

function isTransformFailure(error: unknown): error is TransformFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

function diagnosticOf(message: Message, displayPath: string): Diagnostic {
  const { line = 0, column = -1 } = message.location ?? {};
  return {
    severity: 'error',
    file: displayPath,
    line,
    column: column + 1,
    message: message.text,
    hint: '脚本有语法错误：改好这一处再保存。',
  };
}

function apisOf(code: string): string[] {
  const names = [...code.matchAll(apiPattern)].map(([, name = '', member]) =>
    namespaces.has(name) && member ? `${name}.${member}` : name,
  );
  return [...new Set(names)];
}

function failedScript(problems: readonly Diagnostic[]): CompiledScript {
  return { code: throwingCode(problems), map: '', requests: [], apis: [], styleIsolation: undefined, problems };
}

/** What the names of esbuild's helpers have after `__`. */
const helperNames = [
  'create',
  'defProp',
  'getOwnPropDesc',
  'getOwnPropNames',
  'getProtoOf',
  'hasOwnProp',
  'export',
  'copyProps',
  'toESM',
  'toCommonJS',
];
/** The helpers that the runtime has for all modules (`interop.ts`). */
const sharedHelperNames = ['export', 'toESM', 'toCommonJS'];
/** Matches the helpers that esbuild writes into every module that was an ES module. */
const helperPattern = new RegExp(`^var __(?:${helperNames.join('|')}) = [\\s\\S]*?;\\n(?=[^\\s})]|(?![\\s\\S]))`, 'gm');
/** A module that uses any of these has its own helpers. */
const otherHelperPattern = new RegExp(
  `\\b__(?:${helperNames.filter((name) => !sharedHelperNames.includes(name)).join('|')})\\b`,
);

async function minify(code: string): Promise<string> {
  const shared = code.replace(helperPattern, '');
  const { code: small } = await transform(otherHelperPattern.test(shared) ? code : shared, {
    loader: 'js',
    format: 'cjs',
    target: 'es2020',
    charset: 'utf8',
    minify: true,
  });
  return small;
}

/** @param displayPath the path of the file in diagnostics and in the source map */
export async function compileScript(source: string, displayPath: string, production: boolean): Promise<CompiledScript> {
  try {
    const { code: readable, map } = await transform(source, {
      loader: extname(displayPath) === '.ts' ? 'ts' : 'js',
      format: 'cjs',
      target: 'es2020',
      charset: 'utf8',
      sourcemap: production ? false : 'external',
      sourcefile: displayPath,
      logLevel: 'silent',
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    });
    const code = production ? await minify(readable) : readable;
    const requests = [...new Set([...code.matchAll(requestPattern)].map((match) => match[2] ?? ''))];
    return {
      code,
      map,
      requests,
      apis: apisOf(code),
      styleIsolation: styleIsolationPattern.exec(source)?.[1],
      problems: [],
    };
  } catch (error) {
    if (!isTransformFailure(error)) throw error;
    return failedScript(error.errors.map((message) => diagnosticOf(message, displayPath)));
  }
}
