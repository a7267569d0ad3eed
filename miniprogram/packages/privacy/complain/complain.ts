import { complaintSubjects, type ComplaintSubject } from '../../../contracts/complaint';
import { limits } from '../../../contracts/limits';
import { appearance, refreshAppearance, type Appearance } from '../../../page/appearance';
import type { Chosen } from '../../../page/events';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { submitTo } from '../../../page/submit';
import { goBackWithToast } from '../../../page/toast';
import type { Choice } from '../../../text/choice';
import * as complaint from '../services/complaint';
import { emptyComplaint, sentComplaint, subjectChoices, whoReads } from '../text/complaint';

interface Data {
  appearance: Appearance;
  subjects: readonly Choice<ComplaintSubject>[];
  about: ComplaintSubject;
  /** Who reads it. */
  reader: string;
  words: string;
  maxWords: number;
  busy: boolean;
  problem: string;
}

const data: Data = {
  appearance: appearance(),
  subjects: subjectChoices,
  about: 'staff',
  reader: '',
  words: '',
  maxWords: limits.orderWords,
  busy: false,
  problem: '',
};

/** Within how many days it is answered, as the page before this one read it; undefined where that is not known. */
function answerDays(page: PageWithParameters): number | undefined {
  const days = Number(parameters(page)['days']);
  return Number.isSafeInteger(days) && days > 0 ? days : undefined;
}

/** Somebody complains, or suggests something. */
Page({
  data,
  onLoad() {
    this.setData({ reader: whoReads(this.data.about, answerDays(this)) });
  },
  onShow() {
    refreshAppearance(this);
  },
  choose({ detail }: Chosen) {
    const about = complaintSubjects.find((one) => one === detail.value) ?? 'staff';
    this.setData({ about, reader: whoReads(about, answerDays(this)), problem: '' });
  },
  write({ detail }: Chosen) {
    this.setData({ words: detail.value, problem: '' });
  },
  async send() {
    if (this.data.busy) return;
    const words = this.data.words.trim();
    if (words === '') {
      this.setData({ problem: emptyComplaint });
      return;
    }
    const reply = await submitTo(this, 'problem', () => complaint.make(this.data.about, words));
    if (reply.ok) goBackWithToast(sentComplaint);
  },
});
