import { launchBrowser, newPhonePage, openPhone } from '@lianxin/local-phone/testing';
import { startProduct } from '../../local/testing/product';
import { costOf, type Cost } from '../../local/testing/cost';
import { readKnown, saturdayMorning, visits } from '../../local/testing/visits';

/** What opening a page costs the phone: elements of its tree, setData, and calls of the cloud. */
export interface PageCost extends Cost {
  readonly name: string;
  readonly calls: number;
  readonly fits: boolean;
}

/** What each page may cost when it is opened. */
export const pageBudget = { nodes: 400, depth: 15, setDataCalls: 2, largestSetDataBytes: 16 * 1024 } as const;

function fits(cost: Cost): boolean {
  return (
    cost.nodes <= pageBudget.nodes &&
    cost.depth <= pageBudget.depth &&
    cost.setDataCalls <= pageBudget.setDataCalls &&
    cost.largestSetDataBytes <= pageBudget.largestSetDataBytes
  );
}

/** Opens every page as somebody whom it is for. */
export async function measurePages(): Promise<PageCost[]> {
  const [product, browser] = await Promise.all([startProduct(saturdayMorning), launchBrowser()]);
  const page = await newPhonePage(browser);
  let calls = 0;
  page.on('request', (request) => {
    if (request.url().includes('/local/functions/')) calls += 1;
  });
  try {
    const known = await readKnown(product);
    const costs: PageCost[] = [];
    for (const { name, openid, address, says } of visits) {
      calls = 0;
      await openPhone(page, { url: product.url, as: openid, page: address(known) });
      await page.getByText(says).filter({ visible: true }).first().waitFor();
      const cost = await costOf(page);
      costs.push({ name, ...cost, calls, fits: fits(cost) });
    }
    return costs;
  } finally {
    await browser.close();
    await product.stop();
  }
}
