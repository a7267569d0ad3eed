import { packageFile } from '../../../compiler/package-file';

/** Fetches a subpackage when something in it is first needed. */
export class Packages {
  readonly #loads = new Map<string, Promise<void>>();
  readonly #resolvers = new Map<string, () => void>();

  /** @param root the root of the subpackage; '' is the main package, which is always loaded */
  load(root: string): Promise<void> {
    if (root === '') return Promise.resolve();
    const running = this.#loads.get(root) ?? this.#fetch(root);
    this.#loads.set(root, running);
    return running;
  }

  #fetch(root: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#resolvers.set(root, resolve);
      const script = document.createElement('script');
      script.src = `/built/${packageFile(root)}`;
      script.addEventListener('error', () => {
        this.#loads.delete(root);
        reject(new Error(`loadSubpackage:fail ${root}`));
      });
      document.head.append(script);
    });
  }

  /** Called by a package's script when it has registered everything. */
  markLoaded(root: string): void {
    this.#resolvers.get(root)?.();
  }

  get loaded(): readonly string[] {
    return [...this.#loads.keys()];
  }
}
