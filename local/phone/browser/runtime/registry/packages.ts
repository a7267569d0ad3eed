import { packageFile } from '../../../compiler/package-file';

/** Subpackages are fetched when something in them is needed for the first time. */
export class Packages {
  readonly #loads = new Map<string, Promise<void>>();
  readonly #resolvers = new Map<string, () => void>();

  /** @param root of the subpackage; '' is the main package, which is always there */
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

  /** A package's script says that it has registered everything. */
  arrived(root: string): void {
    this.#resolvers.get(root)?.();
  }

  get loaded(): readonly string[] {
    return [...this.#loads.keys()];
  }
}
