import type { RankedView } from '../../../contracts/recognition';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import * as recognition from '../services/recognition';
import { nameApart } from '../../../text/person/name-apart';
import { hiddenResult, rankedLine, rankingTitle } from '../text/ranking';

interface RankedRow {
  readonly key: string;
  readonly name: string;
  readonly line: string;
}

interface Data extends PageData {
  title: string;
  organization: readonly RankedRow[];
  service: readonly RankedRow[];
  /** The reader is shown. */
  isOn: boolean;
}

const data: Data = { ...loadingPage(), title: '', organization: [], service: [], isOn: true };

const rows = (ranked: readonly RankedView[]): readonly RankedRow[] =>
  ranked.map((one, index) => ({ key: String(index), name: nameApart(one), line: rankedLine(one) }));

const shown = record({
  read: () => recognition.getRanking(),
  draw: (view): Partial<Data> => ({
    phase: view.shown ? 'ready' : 'empty',
    title: rankingTitle(view),
    organization: rows(view.organization),
    service: rows(view.service),
    isOn: !view.hidden.includes('ranking'),
  }),
});

/** The top of the branch in its newest confirmed month, where the community shows it at all. */
Page({
  data,
  ...shown,
  async toggle() {
    const hidden = this.data.isOn;
    const reply = await this.submit(() => recognition.saveChoice('ranking', hidden), {
      draw: (view) => ({ isOn: !view.hidden.includes('ranking') }),
    });
    if (!reply.ok) return;
    await this.load();
    showToast(hiddenResult(hidden));
  },
});
