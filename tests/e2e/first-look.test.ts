/** What a page is for is in sight at the first look, on the smallest phone in the largest type, too. */
import { startDemoPhone, visitNamed, type DemoPhone } from '../../local/testing/demo-phone';
import { takeLook } from '../../local/testing/screen';
import { variants } from '../../local/testing/variants';

let phone: DemoPhone;

beforeAll(async () => {
  phone = await startDemoPhone();
}, 180_000);

afterAll(() => phone.close());

test.each(['320 normal 1.65', '320 elder 1.65'])(
  'somebody to send stands over the button, %s',
  async (name) => {
    const { page, open } = phone;
    await open(visitNamed('dispatch'));
    await takeLook(
      page,
      variants.find((one) => one.name === name)!,
    );
    const [button, somebody] = await Promise.all([
      page.getByRole('button', { name: /^派给/ }).boundingBox(),
      page.getByRole('checkbox').first().boundingBox(),
    ]);
    // Who it is, and what they have done this month.
    expect(button!.y - somebody!.y).toBeGreaterThan(100);
  },
  120_000,
);
