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
