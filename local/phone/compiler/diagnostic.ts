/** A mistake in an app, described so that its author can correct it without knowing this compiler. */

export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** The path of the file from the app's folder. */
  readonly file: string;
  /** 1-based; 0 stands for the whole file. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

export function formatDiagnostic(diagnostic: Diagnostic): string {
  const location = diagnostic.line > 0 ? `${diagnostic.file}:${diagnostic.line}:${diagnostic.column}` : diagnostic.file;
  return `${diagnostic.severity} ${location}\n    ${diagnostic.message}\n    ${diagnostic.hint}`;
}

/**
 * Code in place of a script with mistakes while the rest of the app is served: it throws where the script is required.
 */
export function throwingCode(problems: readonly Diagnostic[]): string {
  return `throw new Error(${JSON.stringify(problems.map(formatDiagnostic).join('\n'))});`;
}

/** Code in place of a WXS module with mistakes: it logs them, since the template that uses it must still work. */
export function loggingCode(problems: readonly Diagnostic[]): string {
  return `console.error(${JSON.stringify(problems.map(formatDiagnostic).join('\n'))});`;
}

/** Thrown if an app cannot be built; it has every mistake that was found. */
export class CompileError extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join('\n'));
    this.name = 'CompileError';
  }
}

/** The 1-based line and column of an offset in a text. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
