import type { Choice } from './choice';

/** What a sheet asks for before something is done. */
export interface SheetContent {
  readonly title: string;
  readonly line: string;
  readonly choices: readonly Choice[];
  /** The choice that stands at first, where one is meant nearly always. */
  readonly chosen?: string;
  /** Placeholder of the words; '' asks for none. */
  readonly placeholder: string;
  readonly requiresWords: boolean;
  /** Characters that it takes, where those are not as many as a reason has. */
  readonly maxWords?: number;
  readonly submit: string;
}
