/**
 * WXS is ECMAScript 5 with a few globals of its own. WeChat's compiler accepts some newer syntax (default arguments),
 * so that only a strict build requires ES5. Three differences are translated here: `x.constructor` is a *string* in WXS
 * ("Array", "Object", …), and is read through a symbol that the runtime defines on every object; a backslash that
 * escapes nothing stays in a text, so that `getRegExp('\d')` finds digits (TDesign relies on it); and a required file
 * is named without its extension.
 */
import { transform } from 'esbuild';
import { loggingCode, positionOf, type Diagnostic } from '../diagnostic';
import { wxsWarnings } from '../template/wxs-warnings';

const requestPattern = /\brequire\(\s*(["'])([^"']+?)(?:\.wxs)?\1\s*\)/g;

export interface CompiledWxs {
  readonly code: string;
  /** What it requires, without `.wxs`. */
  readonly requests: readonly string[];
  readonly problems: readonly Diagnostic[];
}

/** Matches texts, and comments, whose quotes begin no text. */
const commentOrTextPattern = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|(["'])(?:\\[\s\S]|(?!\1)[^\\\n])*\1/g;

const escapeCharacters = 'bfnrtv0\'"\\ux\n';

/** Doubles every backslash in a text that escapes nothing. */
function escapeBackslashes(source: string): string {
  return source.replace(commentOrTextPattern, (found) => {
    if (found.startsWith('/')) return found;
    return found.replace(/\\([\s\S])/g, (escape, sign: string) =>
      escapeCharacters.includes(sign) ? escape : `\\\\${sign}`,
    );
  });
}

/** The WXS files that a script requires, without `.wxs`. */
export function requestsOf(source: string): string[] {
  return [...source.matchAll(requestPattern)].map((match) => match[2] ?? '');
}

/** Words of JavaScript that WXS does not reserve (its reference lists those that it does). */
const freeWords =
  'class new let try catch throw const import export super with yield enum extends finally in instanceof'.split(' ');

/** Renames variables and functions that are named by a word that only JavaScript reserves. */
function renameFreeWords(source: string): string {
  const plain = source.replace(commentOrTextPattern, (part) => ' '.repeat(part.length));
  const declared = freeWords.filter((word) =>
    new RegExp(`\\bvar\\s+${word}\\b|\\bfunction\\s+${word}\\b|\\bfunction\\s*\\w*\\([^)]*\\b${word}\\b`).test(plain),
  );
  if (declared.length === 0) return source;
  const word = new RegExp(`${commentOrTextPattern.source}|(?<![.\\w$])(?:${declared.join('|')})(?![\\w$]|\\s*:)`, 'g');
  return source.replace(word, (found) => (declared.includes(found) ? `${found}_` : found));
}

/** The word `this`, and not the name of a field. */
const thisPattern = new RegExp(
  `${commentOrTextPattern.source}|(?<![.\\w$])this(?![\\w$])(?!(?<=[{,]\\s*this)\\s*:)`,
  'g',
);

/** As in WeChat's compiler: a function that is called by itself has an empty object as `this`, never the window. */
function rewriteThis(source: string): string {
  return source.replace(thisPattern, (found) =>
    found === 'this' ? "(this[wxsConstructor]==='Window'?{}:this)" : found,
  );
}

/** Translates WXS to JavaScript; `wxsConstructor` is in scope where the runtime runs it. */
export function rewriteWxs(source: string): string {
  return rewriteThis(escapeBackslashes(renameFreeWords(source)))
    .replace(/\.constructor\b/g, '[wxsConstructor]')
    .replace(requestPattern, (_match, quote: string, path: string) => `require(${quote}${path}${quote})`);
}

interface Finding {
  readonly text: string;
  readonly location?: { line: number; column: number } | null;
}

/** A script is the body of a function: `export` and `import` are no statements of it. */
const bodyStart = 'function body() {';

async function findingsOf(source: string, target: 'esnext' | 'es5'): Promise<Finding[]> {
  try {
    await transform(`${bodyStart}${source}\n}`, {
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

const syntaxHint = 'WXS 写错了：改好这一处再保存。';
const newerSyntaxHint = 'WXS 只保证 ES5：用 var 和 function，不用 let、const 和参数默认值，旧手机上会打不开。';

/**
 * Checks WXS. A syntax error is an error; syntax that is newer than ES5 is an error in a strict build and a warning
 * elsewhere, since current phones run much of it. `firstLine` is the line on which an inline `<wxs>` begins, 1 for a
 * file of its own.
 */
export async function checkWxs(
  source: string,
  displayPath: string,
  { firstLine, strict }: { firstLine: number; strict: boolean },
): Promise<Diagnostic[]> {
  const renamed = renameFreeWords(source);
  const syntaxErrors = await findingsOf(renamed, 'esnext');
  const findings = syntaxErrors.length > 0 ? syntaxErrors : await findingsOf(renamed, 'es5');
  return findings.map((finding) => ({
    severity: syntaxErrors.length > 0 || strict ? 'error' : 'warning',
    file: displayPath,
    line: (finding.location?.line ?? 1) + firstLine - 1,
    column: (finding.location?.column ?? 0) + 1 - ((finding.location?.line ?? 0) === 1 ? bodyStart.length : 0),
    message: finding.text,
    hint: syntaxErrors.length > 0 ? syntaxHint : newerSyntaxHint,
  }));
}

export async function compileWxs(
  source: string,
  displayPath: string,
  { production, strict }: { production: boolean; strict: boolean },
): Promise<CompiledWxs> {
  const isFromNpm = displayPath.startsWith('node_modules/');
  const problems = isFromNpm ? [] : await checkWxs(source, displayPath, { firstLine: 1, strict });
  const warnings = isFromNpm ? [] : wxsWarnings(source, 0);
  for (const { offset, message, hint } of warnings)
    problems.push({ severity: 'warning', file: displayPath, ...positionOf(source, offset), message, hint });
  const requests = requestsOf(source);
  const rewritten = rewriteWxs(source);
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) return { code: loggingCode(errors), requests: [], problems };
  if (!production) return { code: rewritten, requests, problems };
  const { code } = await transform(rewritten, {
    loader: 'js',
    charset: 'utf8',
    minifyWhitespace: true,
    minifySyntax: true,
  });
  return { code, requests, problems };
}
