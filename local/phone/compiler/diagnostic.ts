/** What is wrong with an app, said so that its author can mend it without knowing this compiler. */

export interface Diagnostic {
  severity: 'error' | 'warning';
  /** path of the file as the author knows it, relative to the app's folder */
  file: string;
  /** 1-based; 0 when the whole file is meant */
  line: number;
  column: number;
  message: string;
  /** what to do about it */
  hint: string;
}

export function formatDiagnostic(diagnostic: Diagnostic): string {
  const place = diagnostic.line > 0 ? `${diagnostic.file}:${diagnostic.line}:${diagnostic.column}` : diagnostic.file;
  return `${diagnostic.severity} ${place}\n    ${diagnostic.message}\n    ${diagnostic.hint}`;
}

/** Code that stands in for a script with mistakes where the rest of the app is served all the same: it fails where it is used, with its place. */
export function throwing(problems: readonly Diagnostic[]): string {
  return `throw new Error(${JSON.stringify(problems.map(formatDiagnostic).join('\n'))});`;
}

/** The same for WXS, which must not take the template down that uses it. */
export function reporting(problems: readonly Diagnostic[]): string {
  return `console.error(${JSON.stringify(problems.map(formatDiagnostic).join('\n'))});`;
}

/** Thrown when an app cannot be built; lists everything that was found, not the first thing alone. */
export class CompileError extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join('\n'));
    this.name = 'CompileError';
  }
}

/** 1-based line and column of an offset into a text. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
