import { helpKinds, helpLimits, type HelpKind, type HelpMemberView } from '../../../contracts/help';
import type { Reply } from '../../../contracts/error';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import * as help from '../services/help';
import type { ReasonInput } from '../../../services/moves';
import { nowMs } from '../../../services/platform/clock';
import { pickedDay, pickerDay } from '../../../text/dates';
import { nameApart } from '../../../text/person/name-apart';
import type { Choice } from '../../../text/choice';
import type { SheetContent } from '../../../text/sheet';
import { caseSheets, helpKindChoices, helpMissing, helpResults } from '../text/help';
import { caseCard, planLines, visitCard, type CaseCard, type VisitCard } from '../views/help-rows';

type Written = Chosen & Tapped<{ field: 'policy' | 'needs' | 'words' }>;

/** What is being entered: nothing, a visit, who visits, or a new case. */
type Form = '' | 'visit' | 'visitor' | 'case';

interface Data extends PageData, SheetData<SheetContent> {
  name: string;
  plan: readonly string[];
  visits: readonly VisitCard[];
  cases: readonly CaseCard[];
  committee: readonly Choice[];
  mayVisit: boolean;
  form: Form;
  kinds: typeof helpKindChoices;
  kind: HelpKind;
  helper: string;
  day: string;
  dayText: string;
  today: string;
  policy: string;
  needs: string;
  words: string;
  maxWords: number;
  sheetProblem: string;
}

interface Asked {
  readonly caseId: string;
  readonly version: number;
  readonly move: 'note' | 'close';
}
const nothingAsked: Asked = { caseId: '', version: 0, move: 'note' };

const blank: Pick<Data, 'form' | 'policy' | 'needs' | 'words' | 'helper' | 'problem'> = {
  form: '',
  policy: '',
  needs: '',
  words: '',
  helper: '',
  problem: '',
};

const data: Data = {
  ...loadingPage(),
  ...closedSheet,
  ...blank,
  sheet: caseSheets.note,
  name: '',
  plan: [],
  visits: [],
  cases: [],
  committee: [],
  mayVisit: false,
  kinds: helpKindChoices,
  kind: 'hardship',
  day: '',
  dayText: '',
  today: '',
  maxWords: helpLimits.words,
  sheetProblem: '',
};

const personOf = (page: PageWithParameters): string => parameters(page)['personId'] ?? '';

const shown = record({
  read: (page: PageWithParameters & { data: Data }) => help.getMember(personOf(page)),
  draw: (view: HelpMemberView): Partial<Data> => ({
    phase: 'ready',
    name: view.name,
    plan: planLines(view.plan),
    visits: view.visits.map(visitCard),
    cases: view.cases.map(caseCard),
    committee: view.committee.map((one) => ({ value: one.personId, text: nameApart(one) })),
    mayVisit: view.mayVisit && view.plan !== null,
    today: pickerDay(nowMs()),
    ...pickedDay(pickerDay(nowMs())),
  }),
  isEditing: ({ data: { policy, needs, words } }) => `${policy}${needs}${words}` !== '',
});

/** Why a form cannot be sent yet; '' where it can. */
function missingIn({ form, policy, needs, words, helper }: Data): string {
  if (form === 'visit' && policy.trim() === '') return helpMissing.policy;
  if (form === 'visit' && needs.trim() === '') return helpMissing.needs;
  if (form === 'case' && words.trim() === '') return helpMissing.words;
  return form !== 'visit' && helper === '' ? helpMissing.helper : '';
}

/** What the branch does for one member: visits at home, and cases of help. */
Page({
  data,
  ...shown,
  ...sheetHandlers,
  /** Which case the open sheet is about, and whether it ends it. */
  asked: nothingAsked,
  /** What was entered stays, and a second touch shuts the form. */
  toggle(event: Tapped<{ form: Form }>) {
    const { form } = event.currentTarget.dataset;
    this.setData({ form: this.data.form === form ? '' : form, problem: '' });
  },
  write(event: Written) {
    this.setData({ [event.currentTarget.dataset.field]: event.detail.value, problem: '' });
  },
  chooseKind(event: Chosen) {
    const kind = helpKinds.find((known) => known === event.detail.value);
    if (kind !== undefined) this.setData({ kind });
  },
  chooseHelper(event: Chosen) {
    this.setData({ helper: event.detail.value, problem: '' });
  },
  chooseDay(event: Chosen) {
    this.setData(pickedDay(event.detail.value));
  },
  async send() {
    const problem = missingIn(this.data);
    if (problem !== '') return this.setData({ problem });
    const result = this.resultOf(this.data.form);
    const reply = await this.submit(() => this.sendForm());
    if (!reply.ok) return;
    await this.load({ ...blank, busy: false });
    showToast(result);
  },
  sendForm(): Promise<Reply<unknown>> {
    const { form, day, policy, needs, words, kind, helper } = this.data;
    const personId = personOf(this);
    if (form === 'visit') return help.recordVisit({ personId, day, policy: policy.trim(), needs: needs.trim() });
    if (form === 'visitor') return help.assignVisitor(personId, helper);
    return help.openCase({ personId, kind, words: words.trim(), helperId: helper });
  },
  resultOf(form: Form): string {
    if (form === 'visit') return helpResults.visited;
    return form === 'visitor' ? helpResults.assigned : helpResults.opened;
  },
  ask(event: Tapped<{ case: string; version: number; move: Asked['move'] }>) {
    const { case: caseId, version, move } = event.currentTarget.dataset;
    this.asked = { caseId, version, move };
    this.setData({ sheet: caseSheets[move], sheetVisible: true, sheetProblem: '' });
  },
  async submitWords({ detail: { words } }: Emitted<ReasonInput>) {
    const { caseId, version, move } = this.asked;
    const written = { caseId, version, words };
    const reply = await this.submitSheet(() => (move === 'note' ? help.addNote(written) : help.closeCase(written)));
    if (!reply.ok) return;
    await this.load();
    showToast(move === 'note' ? helpResults.noted : helpResults.closed);
  },
});
