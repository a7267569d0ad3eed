/** Builds an app into a folder, any number of times, and has the outcome of the last build. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Compiler, CompileError, formatDiagnostic, type BuildResult, type CompilerOptions } from '../compiler';
import { packageFile } from '../compiler/package-file';

export type BuildOutcome = { ok: true; result: BuildResult; ms: number } | { ok: false; message: string };

export class AppBuilder {
  readonly #compiler: Compiler;
  readonly #outFolder: string;
  readonly #written = new Map<string, string>();
  #running: Promise<BuildOutcome> = Promise.resolve({ ok: false, message: '还没有编译' });
  outcome: BuildOutcome = { ok: false, message: '还没有编译' };

  constructor(options: CompilerOptions, outFolder: string) {
    this.#compiler = new Compiler(options);
    this.#outFolder = outFolder;
  }

  async #write(name: string, text: string): Promise<void> {
    if (this.#written.get(name) === text) return;
    await writeFile(join(this.#outFolder, name), text);
    this.#written.set(name, text);
  }

  async #writePackages(result: BuildResult): Promise<void> {
    await mkdir(this.#outFolder, { recursive: true });
    for (const [root, { code, map }] of result.packages) {
      const name = packageFile(root);
      await this.#write(name, map === '' ? code : `${code}//# sourceMappingURL=${name}.map\n`);
      if (map !== '') await this.#write(`${name}.map`, map);
    }
  }

  async #buildOnce(): Promise<BuildOutcome> {
    const startMs = performance.now();
    try {
      const result = await this.#compiler.build();
      await this.#writePackages(result);
      return { ok: true, result, ms: Math.round(performance.now() - startMs) };
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      return { ok: false, message: error.message };
    }
  }

  /** Builds after the builds before it. A mistake in the app is an outcome, not an exception. */
  build(): Promise<BuildOutcome> {
    const next = this.#running.then(async () => {
      this.outcome = await this.#buildOnce();
      return this.outcome;
    });
    this.#running = next.catch(() => this.outcome);
    return next;
  }
}

/** The text of an outcome for the terminal. */
export function describeOutcome(outcome: BuildOutcome): string {
  if (!outcome.ok) return outcome.message;
  const { pages, components, scripts, templates, compiled } = outcome.result.counts;
  const built = `built ${pages} pages, ${components} components, ${scripts} modules, ${templates} templates`;
  const summary = `${built} (${compiled} files compiled) in ${outcome.ms} ms`;
  return [...outcome.result.warnings.map(formatDiagnostic), summary].join('\n');
}
