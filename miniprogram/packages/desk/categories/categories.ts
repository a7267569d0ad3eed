import {
  categoryKinds,
  categoryPrivacies,
  maxPapers,
  type Category,
  type CategoryKind,
  type CategoryPrivacy,
} from '../../../contracts/category';
import { limits } from '../../../contracts/limits';
import { memberSkills } from '../../../contracts/skill';
import type { Chosen, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import type { Refused } from '../../../page/submit';
import { showToast } from '../../../page/toast';
import * as policies from '../../../services/policy';
import type { Choice } from '../../../text/choice';
import { refusalOf } from '../../../text/errors';
import {
  anybody,
  categoryProblems,
  categorySaved,
  kindChoices,
  privacyChoices,
  skillsOffered,
} from '../text/categories';
import {
  categoryForm,
  categoryInput,
  categoryRows,
  noCategoryForm,
  type CategoryForm,
  type CategoryRow,
} from '../views/category-form';

interface Data extends PageData {
  maxName: number;
  maxPapers: number;
  rows: readonly CategoryRow[];
  past: readonly string[];
  /** Whether the reader may change something. */
  mine: boolean;
  editing: boolean;
  form: CategoryForm;
  reason: string;
  skills: readonly Choice[];
  kinds: readonly Choice[];
  privacies: readonly Choice[];
  maxReason: number;
  busy: boolean;
}

const noForm = { editing: false, form: noCategoryForm, reason: '', problem: '' };
const data: Data = {
  ...loadingPage(),
  ...noForm,
  rows: [],
  past: [],
  mine: false,
  skills: skillsOffered(memberSkills),
  kinds: kindChoices(categoryKinds),
  privacies: privacyChoices(categoryPrivacies),
  maxReason: limits.reasonWords,
  busy: false,
  maxName: limits.categoryName,
  maxPapers: maxPapers * (limits.paperName + 1),
};

interface CategoriesPage {
  data: Data;
  categories: readonly Category[];
}

const none: readonly Category[] = [];

function refusalLine(refused: Refused): string {
  if (refused.code === 'LIST_FULL') return categoryProblems.full;
  if (refused.field === 'category.name') return categoryProblems.name;
  return refused.field === 'category.retired' ? categoryProblems.retired : refusalOf(refused);
}

/** What can be asked for in the community; the secretary changes it, and says why. Nothing is ever taken out. */
Page({
  data,
  ...record({
    read: (_page: CategoriesPage) => policies.listCategories(),
    draw(view, page): Partial<Data> {
      page.categories = view.categories;
      return { ...categoryRows(view), mine: view.mine };
    },
    isEditing: ({ data: { editing } }) => editing,
  }),
  categories: none,
  open(event: Tapped<{ key: string }>) {
    const found = this.categories.find(({ key }) => key === event.currentTarget.dataset.key);
    if (found && this.data.mine) this.setData({ ...noForm, editing: true, form: categoryForm(found) });
  },
  add() {
    this.setData({ ...noForm, editing: true });
  },
  leave() {
    this.setData(noForm);
  },
  change(part: Partial<CategoryForm>) {
    this.setData({ form: { ...this.data.form, ...part }, problem: '' });
  },
  write(event: Chosen & Tapped<{ field: 'name' | 'papers' | 'dispatchHours' | 'acceptHours' | 'completeDays' }>) {
    this.change({ [event.currentTarget.dataset.field]: event.detail.value });
  },
  chooseSkill(event: Chosen) {
    const skill = memberSkills.find((one) => one === event.detail.value);
    this.change({ skill: skill ?? anybody });
  },
  chooseKind(event: Chosen<CategoryKind>) {
    this.change({ kind: event.detail.value });
  },
  choosePrivacy(event: Chosen<CategoryPrivacy>) {
    this.change({ privacy: event.detail.value });
  },
  setEmergency(event: Chosen<boolean>) {
    this.change({ emergency: event.detail.value });
  },
  setRetired(event: Chosen<boolean>) {
    this.change({ retired: event.detail.value });
  },
  writeReason(event: Chosen) {
    this.setData({ reason: event.detail.value, problem: '' });
  },
  async save() {
    const { form, reason } = this.data;
    const saved = categoryInput(form);
    if ('problem' in saved) {
      this.setData({ problem: saved.problem });
      return;
    }
    if (reason.trim() === '') {
      this.setData({ problem: categoryProblems.reason });
      return;
    }
    const reply = await this.submit(() => policies.saveCategory(saved.input, reason.trim()), {
      draw: (view) => ({ ...noForm, ...categoryRows(view), phase: 'ready' }),
      refuse: (refused) => ({ problem: refusalLine(refused) }),
    });
    if (!reply.ok) return;
    this.categories = reply.data.categories;
    showToast(categorySaved);
  },
});
