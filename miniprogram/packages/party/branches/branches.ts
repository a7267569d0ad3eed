import { branchKinds, type BranchKind, type BranchPostHat, type BranchView } from '../../../contracts/branch';
import type { BranchPointRanges, BranchPoints } from '../../../contracts/branch-points';
import type { Reply } from '../../../contracts/error';
import { limits } from '../../../contracts/limits';
import type { AttendanceStandard } from '../../../contracts/policy';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import * as branches from '../services/branch';
import * as posts from '../../../services/post';
import { currentHat } from '../../../session/session';
import type { Choice } from '../../../text/choice';
import { refusalOf } from '../../../text/errors';
import { nameApart } from '../../../text/person/name-apart';
import type { SheetContent } from '../../../text/sheet';
import type { FoundPerson, GivenPost } from '../components/post-form/post-form';
import type { Candidate, WantedMember } from '../components/member-form/member-form';
import type { WantedTransfer } from '../components/transfer-form/transfer-form';
import {
  branchKindChoices,
  branchMissing,
  branchResults,
  branchRule,
  branchSheets,
  foundLine,
  memberLine,
  noPersonFound,
  standardsRefused,
} from '../text/branches';
import { branchRow, otherBranches, transferRow, type BranchRow, type TransferRow } from '../views/branch-rows';

interface Data extends PageData, SheetData<SheetContent> {
  rule: string;
  rows: readonly BranchRow[];
  transfers: readonly TransferRow[];
  /** Where a member may go; empty for who proposes nothing. */
  others: readonly Choice[];
  mayCreate: boolean;
  maySetMembers: boolean;
  /** Of the reader's own branch, and how far one goes. */
  standards: readonly AttendanceStandard[];
  maxPoints: number;
  /** What the reader's own branch decides on points, and how far each goes. */
  points: BranchPoints | null;
  pointRanges: BranchPointRanges | null;
  /** What is entered: nothing, a new branch, a transfer, standards, points, or a post of the branch that is named. */
  form: string;
  name: string;
  maxName: number;
  kinds: typeof branchKindChoices;
  kind: BranchKind;
  /** Of the reader's branch, as far as they were read; `next` begins the page after them. */
  members: readonly Candidate[];
  next: string;
  /** Who was found for a post. */
  people: readonly FoundPerson[];
  /** Members or people are being read. */
  reading: boolean;
  sheetProblem: string;
}

const noForm: Pick<Data, 'form' | 'name' | 'problem' | 'members' | 'next' | 'people'> = {
  form: '',
  name: '',
  problem: '',
  members: [],
  next: '',
  people: [],
};
const data: Data = {
  ...loadingPage(),
  ...closedSheet,
  ...noForm,
  sheet: branchSheets.agree(''),
  rule: branchRule,
  rows: [],
  transfers: [],
  others: [],
  mayCreate: false,
  maySetMembers: false,
  standards: [],
  maxPoints: 0,
  points: null,
  pointRanges: null,
  maxName: limits.branchName,
  kinds: branchKindChoices,
  kind: 'trade',
  reading: false,
  sheetProblem: '',
};

/** What the form of the reader's own branch begins with. */
function ownDecisions(listed: readonly BranchView[]): Pick<Data, 'standards' | 'maxPoints' | 'points' | 'pointRanges'> {
  const own = listed.find(({ mine }) => mine);
  const { standards = [], maxPoints = 0, points = null, pointRanges = null } = own ?? {};
  return { standards, maxPoints, points, pointRanges };
}

const shown = record({
  read: (_page: { data: Data }) => branches.list(),
  draw: ({ branches: listed, transfers, mayCreate, mayTransfer }): Partial<Data> => ({
    phase: listed.length === 0 && !mayCreate ? 'empty' : 'ready',
    rows: listed.map((one) => branchRow(one, { mayCreate, isSecretary: currentHat() === 'secretary' })),
    transfers: transfers.map(transferRow),
    others: mayTransfer ? otherBranches(listed) : [],
    mayCreate,
    maySetMembers: listed.some(({ mine }) => mine),
    ...ownDecisions(listed),
  }),
  isEditing: ({ data: { form } }) => form !== '',
});

type Asked =
  | { readonly move: 'agree' | 'refuse'; readonly transferId: string }
  | { readonly move: 'take'; readonly branchId: string; readonly personId: string; readonly hat: BranchPostHat };

const nothingAsked = (): Asked => ({ move: 'agree', transferId: '' });

/** The branches of a community, who leads them, what they decide for themselves, and who goes from one to another. */
Page({
  data,
  ...shown,
  ...sheetHandlers,
  /** What the open sheet asks once more. */
  asked: nothingAsked(),
  openForm(event: Tapped<{ form: string }>) {
    const { form } = event.currentTarget.dataset;
    if (form === 'transfer' || form === 'member') void this.readMembers({ ...noForm, form });
    else this.setData({ ...noForm, form });
  },
  async readMore() {
    await this.readMembers({ problem: '' });
  },
  /** The next page of members, below those that stand there; `change`: what else is drawn while they are read. */
  async readMembers(change: object) {
    if (this.data.reading) return;
    this.setData({ ...change, reading: true });
    const { next, members } = this.data;
    const reply = await branches.listMembers(next === '' ? undefined : next);
    if (!reply.ok) return this.setData({ reading: false, problem: refusalOf(reply) });
    const read = reply.data.members.map((one) => ({
      personId: one.personId,
      name: nameApart(one),
      line: memberLine(one),
    }));
    this.setData({ reading: false, members: [...members, ...read], next: reply.data.next ?? '' });
  },
  async findPeople(event: Chosen) {
    if (this.data.reading) return;
    this.setData({ reading: true, problem: '' });
    const reply = await posts.findPeople(event.detail.value);
    const people = reply.ok
      ? reply.data.people.map((one) => ({ personId: one.personId, name: one.name, line: foundLine(one) }))
      : [];
    const problem = reply.ok ? (people.length === 0 ? noPersonFound : '') : refusalOf(reply);
    this.setData({ reading: false, people, problem });
  },
  leaveForm() {
    this.setData(noForm);
  },
  writeName(event: Chosen) {
    this.setData({ name: event.detail.value, problem: '' });
  },
  chooseKind(event: Chosen) {
    const kind = branchKinds.find((known) => known === event.detail.value);
    if (kind !== undefined) this.setData({ kind });
  },
  async create() {
    const { kind } = this.data;
    const name = this.data.name.trim();
    if (name === '') return this.setData({ problem: branchMissing.name });
    await this.change(() => branches.create({ name, kind }), branchResults.created(name));
  },
  async givePost({ detail: { personId, hat, name } }: Emitted<GivenPost>) {
    const write = () => branches.setPost({ branchId: this.data.form, personId, hat, holds: true });
    await this.change(write, branchResults.given(name));
  },
  async setMember({ detail: { name, ...wanted } }: Emitted<WantedMember>) {
    await this.change(() => branches.setMember(wanted), branchResults.member(name));
  },
  async propose({ detail: { name, ...wanted } }: Emitted<WantedTransfer>) {
    await this.change(() => branches.proposeTransfer(wanted), branchResults.proposed(name));
  },
  async setCode(event: Chosen<boolean>) {
    const signInByCode = event.detail.value;
    await this.change(() => branches.savePolicy({ signInByCode }), branchResults.code(signInByCode));
  },
  async saveStandards({ detail: { standards } }: Emitted<{ standards: AttendanceStandard[] }>) {
    const reply = await this.submit(() => branches.savePolicy({ standards }), {
      refuse: (refused) => ({ problem: refused.code === 'POLICY_INVALID' ? standardsRefused : refusalOf(refused) }),
    });
    if (!reply.ok) return;
    await this.load({ ...noForm, busy: false });
    showToast(branchResults.ownStandards);
  },
  async savePoints({ detail: { points } }: Emitted<{ points: BranchPoints }>) {
    await this.change(() => branches.savePolicy({ points }), branchResults.ownPoints);
  },
  async dropPoints() {
    await this.change(() => branches.savePolicy({ points: null }), branchResults.standards);
  },
  async dropStandards() {
    await this.change(() => branches.savePolicy({ standards: null }), branchResults.standards);
  },
  /** All anew afterwards: it moves what stands on several cards. */
  async change(write: () => Promise<Reply<unknown>>, line: string) {
    if (this.data.busy) return;
    const reply = await this.submit(write);
    if (!reply.ok) return;
    await this.load({ ...noForm, busy: false });
    showToast(line);
  },
  askTransfer(event: Tapped<{ transfer: string; name: string; move: 'agree' | 'refuse' }>) {
    const { transfer: transferId, name, move } = event.currentTarget.dataset;
    this.ask({ move, transferId }, name);
  },
  askTake(event: Tapped<{ branch: string; person: string; hat: BranchPostHat; name: string }>) {
    const { branch: branchId, person: personId, hat, name } = event.currentTarget.dataset;
    this.ask({ move: 'take', branchId, personId, hat }, name);
  },
  ask(asked: Asked, name: string) {
    this.asked = asked;
    this.setData({ sheet: branchSheets[asked.move](name), sheetVisible: true, sheetProblem: '' });
  },
  async confirm() {
    const { asked } = this;
    const reply = await this.submitSheet(() => this.send(asked));
    if (!reply.ok) return;
    await this.load();
    showToast(branchResults[asked.move]);
  },
  send(asked: Asked): Promise<Reply<unknown>> {
    if (asked.move !== 'take') return branches.decideTransfer(asked.transferId, asked.move === 'agree');
    const { branchId, personId, hat } = asked;
    return branches.setPost({ branchId, personId, hat, holds: false });
  },
});
