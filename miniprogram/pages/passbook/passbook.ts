import { tabShell } from '../../page/tab-shell';

/** The tab of one's own book. What it shows lies in the package of the books. */
Page(tabShell());
