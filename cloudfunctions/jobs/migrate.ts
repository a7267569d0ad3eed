import type { Services } from '../core/platform/context';
import {
  countPending,
  FormTooNew,
  runMigrations,
  type CollectionForm,
  type FormRecord,
  type MigrationResult,
} from '../core/platform/migration';

/** `check` only counts the collections that are not at their form; `migrate` brings them there. */
export interface MigrationCommand {
  readonly check: boolean;
}

export type MigrationReply =
  | { readonly ok: true; readonly data: MigrationResult & { readonly pending: number } }
  | { readonly ok: false; readonly code: 'FORM_TOO_NEW'; readonly message: string };

/** A run of the function ends after 60 s; what is left goes on in the next one. */
const longestRunMs = 40_000;

export function readCommand(event: unknown): MigrationCommand | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(event));
  return fields.get('name') === 'migrate' ? { check: fields.get('check') === true } : undefined;
}

/**
 * Brings what is stored to the form that this code knows; refuses data that newer code wrote.
 * @param records the forms that were noted, where they are known already
 */
export async function migrate(
  { database, clock, log }: Services,
  forms: readonly CollectionForm[],
  { command, records }: { command?: MigrationCommand | undefined; records?: readonly FormRecord[] | undefined },
): Promise<MigrationReply> {
  try {
    const pending = await countPending(database, forms, records);
    if (pending === 0 || command?.check) return { ok: true, data: { pending, changed: 0, isDone: pending === 0 } };
    const startedMs = clock.now().getTime();
    const result = await runMigrations(database, forms, () => clock.now().getTime() - startedMs < longestRunMs);
    log.line('info', { event: 'migration', count: result.changed });
    return { ok: true, data: { ...result, pending: result.isDone ? 0 : pending } };
  } catch (error) {
    if (!(error instanceof FormTooNew)) throw error;
    log.line('error', { event: 'migration', code: 'FORM_TOO_NEW' });
    return { ok: false, code: 'FORM_TOO_NEW', message: error.message };
  }
}
