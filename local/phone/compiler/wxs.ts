/**
 * WXS is ECMAScript 5 with its own few globals. Three things are put right here: `x.constructor` is a *string* there ("Array", "Object", …), so
 * that it is read through a symbol that the runtime defines on every object; a backslash that escapes nothing stays in a text, so that
 * `getRegExp('\d')` finds digits (TDesign and others rely on it); and a required file is named without its extension.
 */
import { transform } from 'esbuild';
import type { Diagnostic } from './diagnostic';

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
  return keepBackslashes(source).replace(/\.constructor\b/g, '[wxsConstructor]').replace(REQUEST, (_match, quote: string, path: string) => `require(${quote}${path}${quote})`);
}

/** @param firstLine line of the file on which an inline `<wxs>` begins; 1 for a file of its own */
export async function checkWxs(source: string, shownFile: string, firstLine: number): Promise<Diagnostic[]> {
  try {
    await transform(source, { loader: 'js', target: 'es5', logLevel: 'silent', supported: { 'template-literal': false } });
    return [];
  } catch (error) {
    if (!(error instanceof Error && 'errors' in error && Array.isArray(error.errors))) throw error;
    const hint = 'WXS 只认 ES5：用 var 和 function，不用 let、const、箭头函数和模板字符串。';
    return error.errors.map((message: { text: string; location?: { line: number; column: number } | null }) => ({
      severity: 'error' as const,
      file: shownFile,
      line: (message.location?.line ?? 1) + firstLine - 1,
      column: (message.location?.column ?? 0) + 1,
      message: message.text,
      hint,
    }));
  }
}

export async function compileWxs(source: string, shownFile: string, minify: boolean): Promise<CompiledWxs> {
  const problems = shownFile.startsWith('node_modules/') ? [] : await checkWxs(source, shownFile, 1);
  const requests = [...source.matchAll(REQUEST)].map((match) => match[2] ?? '');
  const rewritten = rewriteWxs(source);
  if (problems.length > 0 || !minify) return { code: rewritten, requests, problems };
  const { code } = await transform(rewritten, { loader: 'js', charset: 'utf8', minifyWhitespace: true, minifySyntax: true });
  return { code, requests, problems };
}
