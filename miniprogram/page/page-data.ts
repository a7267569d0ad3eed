import { appearance, type Appearance } from './appearance';
import type { PageWithParameters } from './parameters';
import type { Phase } from './phase';

/** What every page has that shows something it reads. `Other`: phases that this page alone has. */
export interface PageData<Other extends string = never> {
  appearance: Appearance;
  phase: Phase | Other;
  problem: string;
  /** Shown over what could not be read again. */
  stale: string;
}

/** Before anything was read. */
export function loadingPage(): PageData {
  return { appearance: appearance(), phase: 'loading', problem: '', stale: '' };
}

/** A page with this data, opened with a query. */
export interface PageOf<Data> extends PageWithParameters {
  readonly data: Data;
}
