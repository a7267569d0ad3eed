import { transformSync } from 'esbuild';

/** The same sheet without blanks, line ends and comments; its rules stay as they are written. */
export function withoutBlanks(css: string): string {
  return transformSync(css, { loader: 'css', minifyWhitespace: true, charset: 'utf8', logLevel: 'silent' }).code.trim();
}
