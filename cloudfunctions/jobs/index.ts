import { openCloud } from '../core/platform/cloud';
import { answerHealth } from '../core/platform/cloud/health';
import { readOpening } from '../core/job/opening';
import { runJobs } from '../core/job/run-jobs';
import { countCalls } from '../core/quota/count-calls';
import { readQuotas } from '../core/quota/read-quotas';
import { collectionForms, newForms } from '../core/schema';
import { archivePage, readArchiveCommand } from './archive';
import { copyPage, readCopyCommand, readLinksCommand } from './copy';
import { migrate, readCommand, type MigrationCommand } from './migrate';
import { jobs } from './jobs';
import { readRestoreCommand, restorePage } from './restore';
import { answerSetup, isSetupCommand } from './setup';

const cloud = openCloud(newForms);
/** What is restored keeps the form that it has. */
const unstamped = openCloud();

/**
 * The timer's function. A client may set nothing of it off: whoever calls from a mini-program has an openid. Beside
 * the timer, whoever deploys may call it with `{ name: 'migrate' }`, with `{ name: 'setup' }` for the code of an
 * environment that is empty, with `{ name: 'health' }`, and with `{ name: 'archive' }` for a page of what a
 * community's archive is made of, `copy` and `links` for all its documents and files, and `restore` to put them back
 * into an empty environment. Documents of an older form come before any other work.
 */
export async function main(event: unknown): Promise<unknown> {
  const { openid, source } = cloud.invoker();
  if (openid !== undefined || source.includes('wx_client')) return { ok: false, code: 'FORBIDDEN' };
  const health = await answerHealth(cloud, event, newForms, async () => ({ quotas: await readQuotas(cloud.services) }));
  if (health) return health;
  const archive = readArchiveCommand(event);
  if (archive) return archivePage(cloud.services, archive);
  const copy = readCopyCommand(event);
  if (copy) return copyPage(cloud.services, copy);
  const linked = readLinksCommand(event);
  if (linked) return { ok: true, data: Object.fromEntries(await cloud.services.storage.urls(linked)) };
  const restore = readRestoreCommand(event);
  if (restore) return restorePage(unstamped.services, restore);
  if (isSetupCommand(event)) return answerSetup(cloud.services);
  const command = readCommand(event);
  if (!command && !source.startsWith('wx_trigger')) return { ok: false, code: 'FORBIDDEN' };
  return countCalls(cloud, () => runTimer(command));
}

async function runTimer(command: MigrationCommand | undefined): Promise<unknown> {
  const { services } = cloud;
  const open = () => readOpening(services.database, jobs, services.clock.now());
  const opening = command ? undefined : await open();
  const migrated = await migrate(services, collectionForms, { command, records: opening?.forms });
  if (!migrated.ok || command || !migrated.data.isDone) return migrated;
  const isCurrent = migrated.data.pending === 0 && migrated.data.changed === 0;
  const current = isCurrent ? opening : await open();
  return { ok: true, data: current ? await runJobs(services, jobs, current) : {} };
}
