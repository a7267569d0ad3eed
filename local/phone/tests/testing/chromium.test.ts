import { browserChoices, launchFirst, missingBrowser, type BrowserChoice, type Machine } from '../../testing/chromium';

const packaged = (): BrowserChoice => ({ kind: 'package', executablePath: '/unpacked/chromium', environment: {} });
const machine = (change: Partial<Machine>): Machine => ({
  ...{ platform: 'darwin', architecture: 'arm64', chromePath: undefined },
  ...change,
});
const kinds = (change: Partial<Machine>): string[] => browserChoices(machine(change), packaged).map(({ kind }) => kind);

describe('where the browser of the tests comes from', () => {
  test.each<[Partial<Machine>, string[]]>([
    [{ platform: 'linux', architecture: 'x64', chromePath: '/opt/chrome' }, ['CHROME_PATH']],
    [{ platform: 'win32', architecture: 'x64', chromePath: 'C:\\chrome.exe' }, ['CHROME_PATH']],
    [{ platform: 'linux', architecture: 'x64' }, ['package']],
    [{ platform: 'linux', architecture: 'x64', chromePath: '' }, ['package']],
    [{ platform: 'linux', architecture: 'arm64' }, ['chrome', 'msedge']],
    [{ platform: 'darwin', architecture: 'arm64' }, ['chrome', 'msedge']],
    [{ platform: 'win32', architecture: 'x64' }, ['chrome', 'msedge']],
  ])('on %j: %j', (change, expected) => expect(kinds(change)).toEqual(expected));

  test('the package is not unpacked for a machine that it does not fit', () => {
    const unpack = jest.fn(packaged);
    browserChoices(machine({ platform: 'win32' }), unpack);
    browserChoices(machine({ platform: 'linux', architecture: 'x64', chromePath: '/opt/chrome' }), unpack);
    expect(unpack).not.toHaveBeenCalled();
  });
});

describe('starting it', () => {
  const choices = browserChoices(machine({}), packaged);

  test('takes Chrome, and Edge where there is no Chrome', async () => {
    const has = (only: string) => (choice: BrowserChoice) =>
      choice.kind === only ? Promise.resolve(choice.kind) : Promise.reject(new Error('not found'));
    expect(await launchFirst(choices, has('chrome'))).toBe('chrome');
    expect(await launchFirst(choices, has('msedge'))).toBe('msedge');
  });

  test('says in one sentence what to install where there is neither', async () => {
    await expect(launchFirst(choices, () => Promise.reject(new Error('not found')))).rejects.toThrow(missingBrowser);
  });

  test('keeps the reason why the browser that was named does not start', async () => {
    const named = browserChoices(machine({ chromePath: '/nowhere' }), packaged);
    const launch = () => Promise.reject(new Error('/nowhere does not exist'));
    await expect(launchFirst(named, launch)).rejects.toThrow('/nowhere does not exist');
  });
});
