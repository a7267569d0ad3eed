/** Builds an app into a folder, again whenever it is asked to, and remembers how the last build went. */
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
    const begun = performance.now();
    try {
      const result = await this.#compiler.build();
      await this.#writePackages(result);
      return { ok: true, result, ms: Math.round(performance.now() - begun) };
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      return { ok: false, message: error.message };
    }
  }

  /** One build after the other; what the app's author did wrong is an outcome, not an exception. */
  build(): Promise<BuildOutcome> {
    const next = this.#running.then(async () => {
      this.outcome = await this.#buildOnce();
      return this.outcome;
    });
    this.#running = next.catch(() => this.outcome);
    return next;
  }
}

/** What a build says on the terminal. */
export function describeOutcome(outcome: BuildOutcome): string {
  if (!outcome.ok) return outcome.message;
  const { pages, components, scripts, templates, compiled } = outcome.result.counts;
  const built = `built ${pages} pages, ${components} components, ${scripts} modules, ${templates} templates (${compiled} files compiled) in ${outcome.ms} ms`;
  return [...outcome.result.warnings.map(formatDiagnostic), built].join('\n');
}
