import { limits } from '../../../contracts/limits';
import { memberClasses, type MemberClass } from '../../../contracts/passbook';
import type { PolicyView } from '../../../contracts/policy';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as policies from '../../../services/policy';
import { refusalOf } from '../../../text/errors';
import type { Choice } from '../../../text/choice';
import { classChoices } from '../../../text/passbook/standards';
import { withPoints, type StandardForm } from '../../../views/passbook/standards';
import { changedLine, policyParts, policyProblems } from '../text/policy';
import {
  enteredValue,
  nestedSetting,
  policyLead,
  policyRows,
  type PolicyPart,
  type PolicyRow,
} from '../views/policy-row';

interface Data extends PageData {
  parts: typeof policyParts;
  part: PolicyPart;
  /** What is said above the rows; '' for nothing. */
  lead: string;
  rows: readonly PolicyRow[];
  /** Whether the reader may change something. */
  mine: boolean;
  /** The setting that is being changed; '' for none. */
  editing: string;
  typed: string;
  values: readonly string[];
  /** Standards of attendance that are filled in, and the class that is open. */
  standards: readonly StandardForm[];
  classes: readonly Choice[];
  memberClass: MemberClass;
  reason: string;
  maxReason: number;
  busy: boolean;
}

const noForm = {
  ...{ editing: '', typed: '', values: [], standards: [], reason: '', problem: '' },
  memberClass: 'committee' as const,
};
const data: Data = {
  ...loadingPage(),
  ...noForm,
  parts: policyParts,
  part: 'promise',
  lead: '',
  rows: [],
  mine: false,
  classes: classChoices(memberClasses),
  maxReason: limits.reasonWords,
  busy: false,
};

interface PolicyPage {
  data: Data;
  view: PolicyView;
}

const noView: PolicyView = { settings: [], changes: [], mine: false };

const decided = record({
  read: (_page: PolicyPage) => policies.get(),
  draw(view, page): Partial<Data> {
    page.view = view;
    const { part } = page.data;
    return { lead: policyLead(view, part), rows: policyRows(view, part), mine: view.mine };
  },
  isEditing: ({ data: { editing } }) => editing !== '',
});

/** What the community decided, one part at a time; the secretary changes one setting, and says why. */
Page({
  data,
  ...decided,
  view: noView,
  openCategories() {
    wx.navigateTo({ url: routes.categories });
  },
  choosePart(event: Chosen<PolicyPart>) {
    const part = event.detail.value;
    this.setData({ ...noForm, part, lead: policyLead(this.view, part), rows: policyRows(this.view, part) });
  },
  edit(event: Tapped<{ setting: string }>) {
    const row = this.row(event.currentTarget.dataset.setting);
    if (!row) return;
    const { typed, values, standards } = row;
    this.setData({ ...noForm, editing: row.setting, typed, values, standards });
  },
  leave() {
    this.setData(noForm);
  },
  row(setting: string): PolicyRow | undefined {
    return this.data.rows.find((row) => row.setting === setting);
  },
  write(event: Chosen) {
    this.setData({ typed: event.detail.value, problem: '' });
  },
  choose(event: Emitted<{ values: readonly string[] }>) {
    this.setData({ values: event.detail.values, problem: '' });
  },
  chooseClass(event: Chosen<MemberClass>) {
    this.setData({ memberClass: event.detail.value });
  },
  writePoints(event: Chosen & Tapped<{ field: string }>) {
    const { memberClass, standards } = this.data;
    const written = { memberClass, field: event.currentTarget.dataset.field, typed: event.detail.value };
    this.setData({ standards: withPoints(standards, written), problem: '' });
  },
  writeReason(event: Chosen) {
    this.setData({ reason: event.detail.value, problem: '' });
  },
  async save() {
    const { editing, typed, values, standards, reason } = this.data;
    const row = this.row(editing);
    const value = row && enteredValue(row, { typed, values, standards });
    if (value === undefined) {
      this.setData({ problem: policyProblems.value });
      return;
    }
    if (reason.trim() === '') {
      this.setData({ problem: policyProblems.reason });
      return;
    }
    const reply = await this.submit(() => policies.change(nestedSetting(editing, value), reason.trim()), {
      draw: (view) => ({ ...noForm, rows: policyRows((this.view = view), this.data.part) }),
      refuse: (refused) => ({
        problem:
          refused.field?.startsWith('policy') && refused.code === 'INVALID_INPUT'
            ? row?.kind === 'words'
              ? policyProblems.words
              : policyProblems.value
            : refusalOf(refused),
      }),
    });
    if (reply.ok) showToast(changedLine);
  },
});
