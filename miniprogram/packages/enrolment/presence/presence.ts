import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import * as enrolments from '../../../services/enrolment';
import { presenceParts, type PresencePart } from '../text/presence';

interface Data extends PageData {
  name: string;
  gridName: string;
  colour: string;
  parts: readonly PresencePart[];
}

const data: Data = { ...loadingPage(), name: '', gridName: '', colour: '', parts: [] };

const presence = record({
  read: (page: PageWithParameters) => enrolments.getPresence(parameters(page)['personId']),
  draw: (view) => ({
    name: view.name,
    gridName: view.gridName,
    colour: view.colour ?? '',
    parts: presenceParts(view),
  }),
});

/** What a member is and does in their grid: five parts, each from what was recorded. */
Page({ data, ...presence });
