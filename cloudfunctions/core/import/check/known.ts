import type { Person } from '../../person/person';
import type { Post } from '../../place/post';
import type { BranchColumn } from './branch-column';

/** Everybody and everything that the rows of a page may mean. */
export interface Known {
  readonly people: readonly Person[];
  readonly posts: readonly Post[];
  /** Absent where the list says nothing of branches. */
  readonly branchColumn?: BranchColumn | undefined;
  /** Those of whom a branch keeps a book: whoever else takes them on needs both branches' word (adr 74). */
  readonly bookOwners: ReadonlySet<string>;
}
