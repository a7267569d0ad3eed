import type { Collection, Query, Stored } from './query';

/** A part of a text: a constant, a field path, or the value of the first case whose list holds something. */
export type TextPart =
  | string
  | { readonly path: string }
  | {
      readonly cases: readonly { readonly list: string; readonly has: string; readonly value: string }[];
      readonly otherwise: string;
    };

/**
 * Values by which documents are found, out of what was found before: a field path, which begins with the name of a
 * look-up or with a field of the document that everything starts from; a text; or, of the elements of a list whose
 * field `key` equals a path, the values at some paths.
 */
export type Wanted =
  | string
  | { readonly text: readonly TextPart[] }
  | { readonly list: string; readonly key: string; readonly equals: string; readonly take: readonly string[] };

/**
 * Documents that are found in one request with the one that names the caller. `query`: by constants. `by`: every
 * document whose indexed `field` holds one of these values. `sameAs`: like `query`, and the fields named here equal a
 * value that was found before; they hold no lists, so that an index serves them.
 */
export interface LookUp<T extends Stored = Stored> {
  /** Where the answer stands, and how later look-ups name it; letters alone, no field of the first document. */
  readonly name: string;
  readonly of: Collection<T>;
  readonly query?: Query;
  readonly by?: { readonly field: string; readonly values: readonly Wanted[] };
  readonly sameAs?: Readonly<Record<string, Wanted>>;
  /** It is one document, whose fields later look-ups name. */
  readonly isOne?: boolean;
  /** Top-level fields that are not fetched, of what is found by `by`. */
  readonly exclude?: readonly string[];
  /** Of each document only this field is fetched: texts, or lists of texts, which `texts` answers. */
  readonly take?: string;
}

/** What a call's look-ups found. */
export interface Found {
  /** Undefined where it was not looked up. */
  documents<T extends Stored>(lookUp: Pick<LookUp<T>, 'name' | 'of'>): readonly T[] | undefined;
  /** By which values it was looked up. */
  values(lookUp: Pick<LookUp, 'name'>): ReadonlySet<string>;
  /** Of a look-up that takes one field: all of them. Undefined where it was not looked up. */
  texts(lookUp: Pick<LookUp, 'name'>): ReadonlySet<string> | undefined;
}

/** Of a call that looked nothing up. */
export const nothingFound: Found = {
  documents: () => undefined,
  values: () => new Set(),
  texts: () => undefined,
};

/** What look-ups answered, by their names. */
export interface Answered {
  readonly documents: ReadonlyMap<string, readonly Stored[]>;
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

/** What was answered, for whoever asked. */
export function foundOf({ documents, values, texts }: Answered): Found {
  return {
    documents: <T extends Stored>({ name }: Pick<LookUp<T>, 'name' | 'of'>) =>
      documents.get(name) as readonly T[] | undefined,
    values: ({ name }) => new Set(values.get(name)),
    texts: ({ name }) => {
      const held = texts.get(name);
      return held && new Set(held);
    },
  };
}
