/** The faults that stand on the screen today, and may only become fewer. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { thisMachine } from '@lianxin/local-phone/testing';
import type { Fault } from './screen';

const root = path.resolve(__dirname, '../..');
const file = path.join(root, 'tests/e2e/known-faults.json');
/** Where each state that was measured leaves what was found: the entries that it would have in the file. */
const foundFolder = path.join(root, '.cache/found-faults');

export interface KnownFault {
  /** Name of the visit or the opening. */
  readonly page: string;
  /** Kind and place, as `told` writes them. */
  readonly fault: string;
  /** Names of the variants in which it is seen. */
  readonly modes: readonly string[];
}

export function knownFaults(): KnownFault[] {
  return JSON.parse(readFileSync(file, 'utf8')) as KnownFault[];
}

export function told({ kind, where }: Fault): string {
  return `${kind}: ${where}`;
}

/** What was found on a page, collected variant by variant. */
export class FoundFaults {
  readonly #modes = new Map<string, Set<string>>();
  readonly #details = new Map<string, string>();

  constructor(readonly page: string) {}

  add(mode: string, faults: readonly Fault[]): void {
    for (const fault of faults) {
      const name = told(fault);
      this.#modes.set(name, (this.#modes.get(name) ?? new Set()).add(mode));
      if (fault.detail !== undefined) this.#details.set(`${mode} ${name}`, fault.detail);
    }
  }

  entries(): KnownFault[] {
    return [...this.#modes].map(([fault, modes]) => ({ page: this.page, fault, modes: [...modes] }));
  }

  /** Leaves the entries in `.cache/found-faults/`, to copy from when a fault was mended. */
  write(): void {
    mkdirSync(foundFolder, { recursive: true });
    writeFileSync(path.join(foundFolder, `${this.page}.json`), `${JSON.stringify(this.entries(), null, 1)}\n`);
  }

  /**
   * What differs from the file: faults that are new, and entries whose fault is gone.
   * @param isExact false in a browser whose fonts break lines elsewhere: there a kind that the page does not have is
   * new
   */
  differences(known: readonly KnownFault[] = knownFaults(), isExact = isPackagedBrowser()): string[] {
    const own = known.filter(({ page }) => page === this.page);
    const found = [...this.#modes].flatMap(([fault, modes]) => [...modes].map((mode) => `${mode} ${fault}`));
    const told = (one: string): string => `${this.page}, ${one} (${this.#details.get(one) ?? ''}): mend it`;
    if (!isExact) {
      const kinds = new Set(own.map(({ fault }) => kindOf(fault)));
      return [...this.#modes.keys()].filter((fault) => !kinds.has(kindOf(fault))).map(told);
    }
    const listed = new Set(own.flatMap(({ fault, modes }) => modes.map((mode) => `${mode} ${fault}`)));
    const gone = [...listed].filter((one) => !found.includes(one));
    return [
      ...found.filter((one) => !listed.has(one)).map(told),
      ...gone.map((one) => `${this.page}, ${one}: mended; remove it from tests/e2e/known-faults.json`),
    ];
  }
}

const kindOf = (fault: string): string => fault.split(': ')[0] ?? '';

/** The list was written with the browser and the fonts of the package. */
function isPackagedBrowser(): boolean {
  const { platform, architecture, chromePath } = thisMachine();
  return !chromePath && platform === 'linux' && architecture === 'x64';
}
