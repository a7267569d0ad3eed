/**
 * WXS is ECMAScript 5 with its own few globals; WeChat's compiler lets some newer syntax through (default arguments), so that only a strict
 * build insists on it. Three things are put right here: `x.constructor` is a *string* there ("Array", "Object", …), so
 * that it is read through a symbol that the runtime defines on every object; a backslash that escapes nothing stays in a text, so that
 * `getRegExp('\d')` finds digits (TDesign and others rely on it); and a required file is named without its extension.
 */
import { transform } from 'esbuild';
import { reporting, type Diagnostic } from '../diagnostic';

const REQUEST = /\brequire\(\s*(["'])([^"']+?)(?:\.wxs)?\1\s*\)/g;

export interface CompiledWxs {
  code: string;
  /** what it requires, without `.wxs` */
  requests: readonly string[];
  problems: readonly Diagnostic[];
}

/** comments, so that their quotes are not taken for texts, and texts */
const COMMENT_OR_TEXT = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|(["'])(?:\\[\s\S]|(?!\1)[^\\\n])*\1/g;

const ESCAPES = 'bfnrtv0\'"\\ux\n';

function keepBackslashes(source: string): string {
  return source.replace(COMMENT_OR_TEXT, (found) => {
    if (found.startsWith('/')) return found;
    return found.replace(/\\([\s\S])/g, (escape, sign: string) => (ESCAPES.includes(sign) ? escape : `\\\\${sign}`));
  });
}

/** The same text as the runtime runs it; `wxsConstructor` is in scope there. */
export function rewriteWxs(source: string): string {
  return keepBackslashes(source)
    .replace(/\.constructor\b/g, '[wxsConstructor]')
    .replace(REQUEST, (_match, quote: string, path: string) => `require(${quote}${path}${quote})`);
}

interface Finding {
  text: string;
  location?: { line: number; column: number } | null;
}

async function findingsOf(source: string, target: 'esnext' | 'es5'): Promise<Finding[]> {
  try {
    await transform(source, {
      loader: 'js',
      target,
      logLevel: 'silent',
      supported: { 'template-literal': target === 'esnext' },
    });
    return [];
  } catch (error) {
    if (!(error instanceof Error && 'errors' in error && Array.isArray(error.errors))) throw error;
    return error.errors;
  }
}

const WRONG_HINT = 'WXS 写错了：改好这一处再保存。';
const NEWER_HINT = 'WXS 只保证 ES5：用 var 和 function，不用 let、const 和参数默认值，旧手机上会打不开。';

/**
 * What is no JavaScript is an error; what is newer than WXS promises is one in a strict build, else a warning, since today's phones run much of it.
 * `firstLine` is the line of the file on which an inline `<wxs>` begins, 1 for a file of its own.
 */
export async function checkWxs(
  source: string,
  shownFile: string,
  { firstLine, strict }: { firstLine: number; strict: boolean },
): Promise<Diagnostic[]> {
  const wrong = await findingsOf(source, 'esnext');
  const findings = wrong.length > 0 ? wrong : await findingsOf(source, 'es5');
  return findings.map((finding) => ({
    severity: wrong.length > 0 || strict ? 'error' : 'warning',
    file: shownFile,
    line: (finding.location?.line ?? 1) + firstLine - 1,
    column: (finding.location?.column ?? 0) + 1,
    message: finding.text,
    hint: wrong.length > 0 ? WRONG_HINT : NEWER_HINT,
  }));
}

export async function compileWxs(
  source: string,
  shownFile: string,
  { production, strict }: { production: boolean; strict: boolean },
): Promise<CompiledWxs> {
  const problems = shownFile.startsWith('node_modules/')
    ? []
    : await checkWxs(source, shownFile, { firstLine: 1, strict });
  const requests = [...source.matchAll(REQUEST)].map((match) => match[2] ?? '');
  const rewritten = rewriteWxs(source);
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) return { code: reporting(errors), requests: [], problems };
  if (!production) return { code: rewritten, requests, problems };
  const { code } = await transform(rewritten, {
    loader: 'js',
    charset: 'utf8',
    minifyWhitespace: true,
    minifySyntax: true,
  });
  return { code, requests, problems };
}
