/**
 * Where tests get their browser, in this order: `CHROME_PATH`, the package on Linux x64, the machine's own Chrome or
 * Edge.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');
const cacheFolder = join(root, '.cache');

/** A browser that can be tried: by its program, or by the name under which playwright-core finds it on the machine. */
export interface BrowserChoice {
  readonly kind: 'CHROME_PATH' | 'package' | 'chrome' | 'msedge';
  readonly executablePath?: string;
  readonly channel?: 'chrome' | 'msedge';
  /** Variables that it needs beside those of this process. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What decides where the browser comes from. */
export interface Machine {
  readonly platform: string;
  readonly architecture: string;
  /** The value of `CHROME_PATH`. */
  readonly chromePath: string | undefined;
}

export const missingBrowser =
  'The tests need a browser: install Google Chrome or Microsoft Edge, or name another Chromium by CHROME_PATH.';

export function thisMachine(): Machine {
  return { platform: process.platform, architecture: process.arch, chromePath: process.env['CHROME_PATH'] };
}

/** Unpacks beside its place and renames, so that test files that start together never see half a browser. */
function unpack(folder: string): void {
  mkdirSync(cacheFolder, { recursive: true });
  const scratch = mkdtempSync(join(cacheFolder, 'unpacking-'));
  const program = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";
  execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: root,
    env: { ...process.env, TMPDIR: scratch, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  const folders = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  const fonts = `<?xml version="1.0"?><fontconfig>${folders}</fontconfig>`;
  writeFileSync(join(scratch, 'fonts', 'fonts.conf'), fonts);
  try {
    renameSync(scratch, folder);
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/**
 * The browser of the package, unpacked once into `.cache/`, with its own libraries and fonts: the machine has to bring
 * none.
 */
function packagedChromium(): BrowserChoice {
  const manifest = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(cacheFolder, `chromium-${manifest.version}`);
  if (!existsSync(folder)) unpack(folder);
  return {
    kind: 'package',
    executablePath: join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

/** The browsers to try on a machine, the first first. */
export function browserChoices(
  { platform, architecture, chromePath }: Machine,
  packaged = packagedChromium,
): BrowserChoice[] {
  if (chromePath) return [{ kind: 'CHROME_PATH', executablePath: chromePath, environment: {} }];
  if (platform === 'linux' && architecture === 'x64') return [packaged()];
  return [
    { kind: 'chrome', channel: 'chrome', environment: {} },
    { kind: 'msedge', channel: 'msedge', environment: {} },
  ];
}

/**
 * Starts the first browser that starts.
 * @throws Error of the browser if there was but one to try, else one that says what to install
 */
export async function launchFirst<Browser>(
  choices: readonly BrowserChoice[],
  launch: (choice: BrowserChoice) => Promise<Browser>,
): Promise<Browser> {
  const [only, ...others] = choices;
  if (only && others.length === 0) return launch(only);
  for (const choice of choices) {
    try {
      return await launch(choice);
    } catch {
      // not on this machine: the next one may be
    }
  }
  throw new Error(missingBrowser);
}
