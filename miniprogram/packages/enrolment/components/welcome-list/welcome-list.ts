import type { WelcomeItem } from '../../../../contracts/enrolment';
import { limits } from '../../../../contracts/limits';
import { memberSkills, type Skill } from '../../../../contracts/skill';
import type { Chosen, Emitted, Tapped } from '../../../../page/events';
import { dutyChoices, dutyProblems, maxDuties, noSuggestion } from '../../text/welcome';
import type { WelcomeRow } from '../../views/welcome-row';

/** What was ticked; with a duty what the member is ready to do, with a suggestion its words. */
export interface TickedItem {
  readonly item: WelcomeItem;
  readonly skills: readonly Skill[];
  readonly words: string;
}

const noRows: readonly WelcomeRow[] = [];
const noSkills: readonly string[] = [];

/**
 * The six items of the welcome with their days. Events: `tick` with the item and what it needs, `clear` with the item,
 * `open` with the order that a suggestion became.
 */
Component({
  properties: {
    rows: { type: Array, value: noRows },
    busy: String,
    /** Whether it is the reader's own: they write the suggestion themselves. */
    own: Boolean,
  },
  data: {
    open: '',
    choices: dutyChoices,
    skills: noSkills,
    words: '',
    problem: '',
    maxWords: limits.orderWords,
  },
  observers: {
    rows() {
      this.setData({ open: '', problem: '', words: '' });
    },
  },
  methods: {
    act(event: Tapped<{ item: WelcomeItem }>) {
      const { item } = event.currentTarget.dataset;
      if (item === 'duty' || item === 'suggestion') this.setData({ open: item, problem: '' });
      else this.triggerEvent('tick', { item, skills: [], words: '' });
    },
    leave() {
      this.setData({ open: '' });
    },
    chooseDuties({ detail: { values } }: Emitted<{ values: readonly string[] }>) {
      if (values.length > maxDuties) this.setData({ problem: dutyProblems.many });
      else this.setData({ skills: values, problem: '' });
    },
    submitDuties() {
      const skills = memberSkills.filter((category) => this.data.skills.includes(category));
      if (skills.length === 0) this.setData({ problem: dutyProblems.none });
      else this.triggerEvent('tick', { item: 'duty', skills, words: '' });
    },
    write(event: Chosen) {
      this.setData({ words: event.detail.value, problem: '' });
    },
    submitWords() {
      const words = this.data.words.trim();
      if (words === '') this.setData({ problem: noSuggestion });
      else this.triggerEvent('tick', { item: 'suggestion', skills: [], words });
    },
    clear(event: Tapped<{ item: WelcomeItem }>) {
      this.triggerEvent('clear', { item: event.currentTarget.dataset.item });
    },
    openOrder(event: Tapped<{ order: string }>) {
      this.triggerEvent('open', { orderId: event.currentTarget.dataset.order });
    },
  },
});
