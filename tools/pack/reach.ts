import path from 'node:path';
import { isFile } from '../files';
import { openPackage, packedName, splitSpecifier, type NpmPackage } from './package';
import { referencesOf, type Reference } from './references';

const componentParts = ['.json', '.js', '.wxml', '.wxss'] as const;

/** Where one file of the mini-program, or of a package that it reaches, looks for what it names. */
interface Place {
  /** Folder of the file that asks. */
  readonly folder: string;
  /** The package that the file belongs to; absent for the mini-program's own. */
  readonly of?: NpmPackage;
}

function candidates(base: string, kind: Reference['kind']): string[] {
  if (kind === 'file') return [base];
  if (kind === 'module') return [base, `${base}.js`, path.join(base, 'index.js')];
  return [
    ...componentParts.map((part) => base + part),
    ...componentParts.map((part) => path.join(base, `index${part}`)),
  ];
}

/**
 * What a reference stands for: files of the package, all of them for a component, the first that is there for a module.
 */
function filesAt(base: string, kind: Reference['kind']): string[] {
  const there = candidates(base, kind).filter(isFile);
  return kind === 'component' ? there : there.slice(0, 1);
}

/**
 * Finds which files of npm packages a set of the mini-program's files needs, directly and through each other.
 * A package's own nested `miniprogram_npm` wins over `node_modules`, as it does on a phone.
 */
export class Reach {
  /** Absolute file → its name under `miniprogram_npm`. */
  readonly packed = new Map<string, string>();
  private readonly packages = new Map<string, NpmPackage | undefined>();

  constructor(private readonly nodeModules: string) {}

  /**
   * Follows what these files of the mini-program itself name. Names that lead to no package are the mini-program's own.
   */
  follow(files: readonly string[]): void {
    for (const file of files) this.ask(file, { folder: path.dirname(file) });
  }

  private ask(file: string, place: Place): void {
    for (const reference of referencesOf(file)) {
      const to = reference.to.replace(/^\/?(?:.*\/)?miniprogram_npm\//, '');
      this.resolve({ ...reference, to }, place);
    }
  }

  private resolve(reference: Reference, place: Place): void {
    const { of, folder } = place;
    const split = splitSpecifier(reference.to);
    if (of !== undefined) {
      const own =
        split === undefined || reference.kind !== 'module'
          ? path.join(folder, reference.to)
          : path.join(of.root, 'miniprogram_npm', reference.to);
      const found = filesAt(own, reference.kind);
      for (const file of found) this.take(file, of);
      if (found.length > 0) return;
    }
    if (split === undefined) return;
    const from = this.open(split.name);
    if (from === undefined) return;
    const found = split.rest === '' ? [from.entry] : filesAt(path.join(from.root, split.rest), reference.kind);
    for (const file of found) this.take(file, from);
  }

  private take(file: string, of: NpmPackage): void {
    if (this.packed.has(file)) return;
    this.packed.set(file, packedName(of, file));
    this.ask(file, { folder: path.dirname(file), of });
  }

  private open(name: string): NpmPackage | undefined {
    if (!this.packages.has(name)) this.packages.set(name, openPackage(name, this.nodeModules));
    return this.packages.get(name);
  }
}
