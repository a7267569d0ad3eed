/** What every page does in each of its states, drawn from one answer of the cloud. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { EndpointName, Output } from '../../../miniprogram/contracts/api';
import type { SessionView } from '../../../miniprogram/contracts/person';
import {
  answered,
  cloudOf,
  miniprogramFolder,
  mountPage,
  refused,
  type Answers,
  type MountedPage,
} from '../../support/simulate';
import { freshPhone } from '../samples/phone';
import { replies } from '../samples/replies';
import { hats, sessionOf } from '../samples/sessions';

export interface Case<Name extends EndpointName = EndpointName> {
  readonly page: string;
  readonly title: string;
  readonly query?: Record<string, string>;
  readonly as?: SessionView;
  /** What it asks first. */
  readonly endpoint: Name;
  readonly answer?: Output<Name>;
  readonly says: readonly string[];
  /** What it says over what the phone remembers, where it does. */
  readonly stale?: string;
  readonly empty?: { readonly answer: Output<Name>; readonly says: string };
}
export const at = <Name extends EndpointName>(one: Case<Name>): Case => one as unknown as Case;
const answersOf = ({ endpoint, answer }: Case): Answers => ({ [endpoint]: answered(answer ?? replies[endpoint]) });
const open = (one: Case): MountedPage => mountPage(one.page, one.query, one.as ?? sessionOf(hats.gridLeader));

const now = new Date('2026-11-21T13:00:00.000Z');

/**
 * Each page at rest: what it says, what it costs, how it fails, how large it is, and what it says when there is
 * nothing.
 */
export function specifyStates(cases: readonly Case[]): void {
  beforeEach(() => {
    freshPhone();
    jest.spyOn(Date, 'now').mockReturnValue(now.getTime());
  });
  afterEach(() => {
    jest.restoreAllMocks();
    document.body.innerHTML = '';
  });
  describe.each(cases)('$title', specifyState);
  describe.each(cases.filter((one) => one.empty !== undefined))('$title', specifyEmpty);
}

const depthOf = (node: Element, root: Element): number =>
  node === root || node.parentElement === null ? 1 : 1 + depthOf(node.parentElement, root);

function specifyState(one: Case): void {
  test('begins with grey rows, then says what the cloud answered', async () => {
    const calls = cloudOf(answersOf(one));
    const page = open(one);
    expect(page.dom.innerHTML).toContain('--skeleton');
    await page.settle();
    for (const words of one.says) expect(page.text()).toContain(words);
    expect(page.dom.innerHTML).not.toContain('--skeleton');
    expect(calls[0]?.name).toBe(one.endpoint);
    expect(page.text()).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('opens with one call and at most two setData of at most 16 KB', async () => {
    const calls = cloudOf(answersOf(one));
    const page = open(one);
    await page.settle();
    expect(calls.filter((call) => call.name === one.endpoint)).toHaveLength(1);
    const loads = page.changes.filter((change) => !/^(appearance|shows)$/.test(Object.keys(change).join()));
    expect(loads.length).toBeLessThanOrEqual(2);
    for (const change of page.changes) expect(JSON.stringify(change).length).toBeLessThanOrEqual(16 * 1024);
  });

  test('says why it could not open, and tries again', async () => {
    cloudOf({ [one.endpoint]: refused('INTERNAL') });
    const page = open(one);
    await page.settle();
    expect(page.text()).toContain(one.stale ?? '我们这边出了点问题，过一会儿再试。');
    cloudOf(answersOf(one));
    page.call('retry');
    await page.settle();
    expect(page.text()).toContain(one.says[0]);
  });

  test('stays within 400 nodes, 15 deep', async () => {
    cloudOf(answersOf(one));
    const page = open(one);
    await page.settle();
    const own = readFileSync(path.join(miniprogramFolder, `${one.page}.wxml`), 'utf8');
    expect(own).not.toMatch(/<image(?![^>]*mode=)/);
    const nodes = [...page.dom.querySelectorAll('*')];
    expect(nodes.length).toBeLessThanOrEqual(400);
    expect(Math.max(...nodes.map((node) => depthOf(node, page.dom)))).toBeLessThanOrEqual(15);
  });
}

function specifyEmpty(one: Case): void {
  test('says when there is nothing', async () => {
    cloudOf({ [one.endpoint]: answered(one.empty?.answer) } as Answers);
    const page = open(one);
    await page.settle();
    expect(page.text()).toContain(one.empty?.says);
  });
}
