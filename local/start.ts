/**
 * `npm start`: the whole product on one port of 127.0.0.1, with demo data; `npm start -- --empty` begins as a new
 * environment does, in a folder of its own, and prints the code that sets it up; `npm start -- --people 100000` begins
 * with one community of so many people, in a folder of its own, too.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { manifest } from '../cloudfunctions/core/schema';
import { functionRules } from '../cloudfunctions/core/schema/function-rules';
import { buildFunctions, distFolder, packNpm } from '../tools/build';
import { describeSetup, setupEvent, setupPage, setupRunner } from '../tools/deploy/setup-code';
import { isEntry } from '../tools/entry';
import { startCloud, type Cloud, type DemoSource } from '@lianxin/local-cloud';
import { createDemo } from './demo';
import { createEmptyEnvironment } from './demo/empty';
import { createLargeEnvironment } from './demo/large';
import { demoEnvironment } from './demo/signing-key';
import { panel } from './demo/panel';
import { nodeVersionProblem } from './node-version';
import { migrateStored } from './migrate';
import { createPhone } from '@lianxin/local-phone';
import { rebuildOnChange } from './rebuild';
import { readJson } from '../tools/json';

const root = path.resolve(__dirname, '..');
const appFolder = path.join(root, 'miniprogram');
/** What a card's code opens. */
const cardPage = 'packages/resident/card/card';

export interface LianxinOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataFolder: string;
  /** Refuses scans, sorts in memory, undeclared indexes, unbounded reads. */
  readonly strict?: boolean;
  /** Builds pages and functions again when their files change, and tells the open browsers. */
  readonly watch?: boolean;
  /** An environment that nobody has set up, instead of the demo. */
  readonly empty?: boolean;
  /** One community of so many people, instead of the demo. */
  readonly people?: number;
  /** Functions that are built already; without it they are built into `dist`. */
  readonly functionsFolder?: string;
  /** A phone that was built already; without it it is built into the data folder. */
  readonly phoneFolder?: string;
  readonly log?: (line: string) => void;
}

/** The product, running. */
export type Lianxin = Cloud;

const appShape = v.looseObject({
  pages: v.array(v.string()),
  subPackages: v.optional(v.array(v.looseObject({ root: v.string(), pages: v.array(v.string()) })), []),
  subpackages: v.optional(v.array(v.looseObject({ root: v.string(), pages: v.array(v.string()) })), []),
});

/** Every page of the mini-program, as a code names it. */
function pagesOf(appFile: string): string[] {
  const { pages, subPackages, subpackages } = readJson(appFile, appShape);
  return [
    ...pages,
    ...[...subPackages, ...subpackages].flatMap((part) => part.pages.map((page) => path.posix.join(part.root, page))),
  ];
}

/** After a change the functions are bundled anew and their instances start cold; data and clock stay. */
function watchFunctions(url: string, log: (line: string) => void): { close(): Promise<void> } {
  const sources = [path.join(root, 'cloudfunctions'), path.join(appFolder, 'contracts')];
  const rebuild = async (): Promise<void> => {
    await buildFunctions(distFolder);
    await fetch(`${url}/local/cold-start`, { method: 'POST', body: '{}' });
    log('bundled the functions again');
  };
  return rebuildOnChange(sources, rebuild, log);
}

function dataOf({ empty = false, people }: LianxinOptions): DemoSource {
  if (people !== undefined) return createLargeEnvironment(people);
  return empty ? createEmptyEnvironment() : createDemo();
}

/** What stands in the data folder is as this version has it; of an empty one it is said how to begin. */
async function prepare(cloud: Cloud, options: LianxinOptions): Promise<void> {
  await migrateStored(cloud);
  if (options.empty) await sayHowToBegin(cloud, options);
}

/** Prints the code of an environment in which no community stands yet, and where it is typed. */
async function sayHowToBegin({ invoke, url }: Cloud, { log }: LianxinOptions): Promise<void> {
  const reply: unknown = await invoke(setupRunner, setupEvent, { source: 'deploy' });
  const lines = describeSetup(reply);
  if (lines.length === 0) return;
  for (const line of [...lines, `here: ${url}/?as=fresh-1&page=${encodeURIComponent(setupPage)}`]) log?.(line);
}

function startPhone({ phoneFolder, dataFolder, watch = false, log }: LianxinOptions): ReturnType<typeof createPhone> {
  return createPhone({
    appFolder,
    outFolder: phoneFolder ?? path.join(dataFolder, 'phone'),
    isBuilt: phoneFolder !== undefined,
    strict: true,
    watch,
    panel,
    ...(log && { log }),
  });
}

/**
 * Builds what is not built, then starts cloud and phone on one port. While watching, an app that does not compile is
 * shown as such.
 * @throws when the port is taken, or a source does not compile
 */
export async function startLianxin(options: LianxinOptions): Promise<Lianxin> {
  packNpm();
  const [phone] = await Promise.all([startPhone(options), options.functionsFolder ?? buildFunctions(distFolder)]);
  const starting = startCloud({
    functionsFolder: options.functionsFolder ?? distFolder,
    dataFolder: options.dataFolder,
    port: options.port,
    strict: options.strict ?? false,
    manifest: { ...manifest, functionRules },
    demo: dataOf(options),
    functionEnvironment: demoEnvironment,
    pages: pagesOf(path.join(appFolder, 'app.json')),
    cardPage,
    serve: (request, response) => phone.handle(request, response),
    ...(options.log && { log: options.log }),
  });
  starting.catch(() => phone.close());
  const cloud = await starting;
  await prepare(cloud, options).catch(async (error: unknown) => {
    await Promise.all([phone.close(), cloud.close()]);
    throw error;
  });
  const functions = options.watch ? watchFunctions(cloud.url, options.log ?? (() => undefined)) : undefined;
  const close = async (): Promise<void> => {
    await functions?.close();
    await phone.close();
    await cloud.close();
  };
  return { ...cloud, close };
}

/** What to do, in one line, about the failures that a newcomer meets. */
function explain(error: unknown, port: number): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  const message = error instanceof Error ? error.message : String(error);
  if (code === 'EADDRINUSE' || /EADDRINUSE/.test(message))
    return `port ${port} is taken; choose another: PORT=${port + 1} npm start`;
  return message;
}

/**
 * `LIANXIN_WATCH=off` leaves changed sources alone; `LIANXIN_STRICT=on` refuses what strict mode refuses;
 * `LIANXIN_FUNCTIONS` is a folder of functions that are built already, `LIANXIN_PHONE` one of the phone. Tests set all.
 */
function modes(): Pick<LianxinOptions, 'watch' | 'strict' | 'functionsFolder' | 'phoneFolder'> {
  const functionsFolder = process.env['LIANXIN_FUNCTIONS'];
  const phoneFolder = process.env['LIANXIN_PHONE'];
  return {
    watch: process.env['LIANXIN_WATCH'] !== 'off',
    strict: process.env['LIANXIN_STRICT'] === 'on',
    ...(functionsFolder !== undefined && { functionsFolder }),
    ...(phoneFolder !== undefined && { phoneFolder }),
  };
}

async function main(): Promise<void> {
  const problem = nodeVersionProblem(process.versions.node);
  if (problem !== undefined) throw new Error(problem);
  const port = Number(process.env['PORT'] ?? 8520);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT=${process.env['PORT'] ?? ''} is no port`);
  const { values } = parseArgs({ options: { empty: { type: 'boolean', default: false }, people: { type: 'string' } } });
  const people = values.people === undefined ? undefined : Number(values.people);
  if (people !== undefined && !(Number.isInteger(people) && people >= 100 && people <= 1_000_000))
    throw new Error(`--people ${values.people ?? ''}: a whole number between 100 and 1000000`);
  const folder = people !== undefined ? '.local-large' : values.empty ? '.local-empty' : '.local';
  const dataFolder = path.resolve(root, process.env['LIANXIN_DATA'] ?? folder);
  try {
    const lianxin = await startLianxin({
      port,
      dataFolder,
      ...modes(),
      empty: values.empty,
      ...(people !== undefined && { people }),
      log: (line) => console.log(line),
    });
    const stop = () => void lianxin.close().then(() => process.exit(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    console.log(`ready ${lianxin.url}`);
  } catch (error) {
    throw new Error(explain(error, port), { cause: error });
  }
}

if (isEntry(__filename)) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
