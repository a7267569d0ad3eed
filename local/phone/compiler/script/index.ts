/** One TypeScript or JavaScript file of an app → the body of a CommonJS module, with its source map. */
import { extname } from 'node:path';
import { transform, type Message, type TransformFailure } from 'esbuild';
import { throwing, type Diagnostic } from '../diagnostic';

export interface CompiledScript {
  code: string;
  /** JSON of a version 3 source map; '' if there is none */
  map: string;
  /** what it requires, as written */
  requests: readonly string[];
  /** names on `wx` that it touches: `showToast`, `cloud.callFunction` */
  apis: readonly string[];
  /** `options: { styleIsolation }` stands in the script, but decides how the stylesheet is compiled */
  styleIsolation: string | undefined;
  problems: readonly Diagnostic[];
}

const REQUEST = /\brequire(?:\.async)?\(\s*(["'])([^"']+)\1\s*[,)]/g;
const API = /(?<![\w$.])wx\s*\??\.\s*([A-Za-z]\w*)(?:\s*\??\.\s*([A-Za-z]\w*))?/g;
const STYLE_ISOLATION = /styleIsolation\s*[:=]\s*['"]([\w-]+)['"]/;
/** of these the second name counts as well; elsewhere it is a method of what the first answered */
const NAMESPACES = new Set(['cloud']);

function isTransformFailure(error: unknown): error is TransformFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

function diagnosticOf(message: Message, shownFile: string): Diagnostic {
  const { line = 0, column = -1 } = message.location ?? {};
  return {
    severity: 'error',
    file: shownFile,
    line,
    column: column + 1,
    message: message.text,
    hint: '脚本有语法错误：改好这一处再保存。',
  };
}

function apisOf(code: string): string[] {
  const names = [...code.matchAll(API)].map(([, name = '', member]) =>
    NAMESPACES.has(name) && member ? `${name}.${member}` : name,
  );
  return [...new Set(names)];
}

function empty(problems: readonly Diagnostic[]): CompiledScript {
  return { code: throwing(problems), map: '', requests: [], apis: [], styleIsolation: undefined, problems };
}

/** What esbuild writes above every module that was an ES module: the same for all, so that the runtime has it once (`interop.ts`). */
const HELPER =
  /^var __(?:create|defProp|getOwnPropDesc|getOwnPropNames|getProtoOf|hasOwnProp|export|copyProps|toESM|toCommonJS) = [\s\S]*?;\n(?=[^\s})]|(?![\s\S]))/gm;
/** a module that needs more than these three keeps its own */
const OTHER_HELPER = /\b__(?:create|defProp|getOwnPropDesc|getOwnPropNames|getProtoOf|hasOwnProp|copyProps)\b/;

async function shrink(code: string): Promise<string> {
  const shared = code.replace(HELPER, '');
  const { code: small } = await transform(OTHER_HELPER.test(shared) ? code : shared, {
    loader: 'js',
    format: 'cjs',
    target: 'es2020',
    charset: 'utf8',
    minify: true,
  });
  return small;
}

/** @param shownFile what diagnostics and the debugger's list of sources call the file */
export async function compileScript(source: string, shownFile: string, production: boolean): Promise<CompiledScript> {
  try {
    const { code: readable, map } = await transform(source, {
      loader: extname(shownFile) === '.ts' ? 'ts' : 'js',
      format: 'cjs',
      target: 'es2020',
      charset: 'utf8',
      sourcemap: production ? false : 'external',
      sourcefile: shownFile,
      logLevel: 'silent',
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    });
    const code = production ? await shrink(readable) : readable;
    const requests = [...new Set([...code.matchAll(REQUEST)].map((match) => match[2] ?? ''))];
    return { code, map, requests, apis: apisOf(code), styleIsolation: STYLE_ISOLATION.exec(source)?.[1], problems: [] };
  } catch (error) {
    if (!isTransformFailure(error)) throw error;
    return empty(error.errors.map((message) => diagnosticOf(message, shownFile)));
  }
}
