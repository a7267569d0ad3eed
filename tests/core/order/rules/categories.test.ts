import {
  categoriesOf,
  defaultCategories,
  maxOffered,
  skillOf,
} from '../../../../cloudfunctions/core/order/rules/categories';
import { saveCategory } from '../../../../cloudfunctions/core/order/rules/save-category';
import { withCategories } from '../../../../cloudfunctions/core/order/migrations/policy-categories';
import { defaultCategoryKeys, fixedCategories, type Category } from '../../../../miniprogram/contracts/category';
import { productCategories } from '../../../../miniprogram/views/order/offered-choices';
import { fresh } from '../sample-orders';

const own: Category = {
  ...{ key: 'c1', name: '学开车', skill: null, kind: 'agency', privacy: 'byDefault' },
  ...{ checklist: ['身份证'], emergency: false, promise: { acceptWithinHours: 8 } },
};

test('the product has the categories of the articles; the phone shows the same ones', () => {
  expect(defaultCategories.map(({ key }) => key)).toEqual(defaultCategoryKeys);
  expect(defaultCategories.length).toBeLessThanOrEqual(maxOffered);
  const agency = defaultCategories.filter(({ kind }) => kind === 'agency');
  expect(agency.map(({ name }) => name)).toEqual(['孩子入学', '孕产健康', '生育登记', '信息登记']);
  expect(agency.every(({ checklist }) => checklist.length > 0)).toBe(true);
  const shown = ({ key, name, kind, privacy, emergency }: (typeof productCategories)[number]) => [
    key,
    name,
    kind,
    privacy,
    emergency,
  ];
  expect(productCategories.map(shown)).toEqual(defaultCategories.map(shown));
});

test('S1-18 S4-07 who decides whether an order is private, by its category', () => {
  const isPrivate = (category: string, said?: boolean) =>
    fresh({ category, ...(said !== undefined && { private: said }) } as never).private;
  expect([undefined, false, true].map((said) => isPrivate('birth', said))).toEqual([true, true, true]);
  expect([undefined, false, true].map((said) => isPrivate('birth-registration', said))).toEqual([true, false, true]);
  expect([undefined, false, true].map((said) => isPrivate('schooling', said))).toEqual([false, false, true]);
});

test('an order remembers what its category was, and its skill is no longer its key', () => {
  const policy = { categories: [...defaultCategories, own] };
  const order = fresh({ category: 'c1', policy } as never);
  expect(order).toMatchObject({ category: 'c1', categoryName: '学开车', kind: 'agency', private: true });
  expect(order.checklist).toEqual(['身份证']);
  expect(order.terms.acceptWithinHours).toBe(8);
  expect(skillOf(order)).toBeNull();
  const plain = fresh({ category: 'repair' });
  expect([plain.categoryName, plain.skill, plain.checklist, skillOf(plain)]).toEqual([
    undefined,
    undefined,
    undefined,
    'repair',
  ]);
  expect(skillOf({ category: 'birth-registration', skill: 'registration' })).toBe('registration');
});

describe('the list', () => {
  const list = categoriesOf({});
  const saved = (to: Category, before = list) => {
    const result = saveCategory(before, to);
    return result.ok ? result.data.categories : [result.code, 'field' in result ? result.field : undefined];
  };

  test('loses none: what is retired stays, and what fits nothing stays last', () => {
    const added = saved(own) as readonly Category[];
    expect(added.map(({ key }) => key)).toEqual([...list.slice(0, -1).map(({ key }) => key), 'c1', 'other']);
    const retired = saved({ ...own, retired: true }, added) as readonly Category[];
    expect(retired.find(({ key }) => key === 'c1')).toMatchObject({ name: '学开车', retired: true });
    expect(retired).toHaveLength(added.length);
  });

  test('refuses a name twice, and to retire what the product itself makes', () => {
    expect(saved({ ...own, name: '孩子入学' })).toEqual(['INVALID_INPUT', 'category.name']);
    for (const key of fixedCategories) {
      const one = list.find((other) => other.key === key);
      expect(saved({ ...one!, retired: true })).toEqual(['INVALID_INPUT', 'category.retired']);
    }
  });

  test(`offers at most ${maxOffered}`, () => {
    const full = Array.from({ length: maxOffered - list.length }, (_, index) => ({
      ...own,
      key: `k${index}`,
      name: `第${index}样`,
    }));
    const whole = [...list, ...full];
    expect(saved(own, whole)).toEqual(['LIST_FULL', undefined]);
    expect(saved({ ...own, retired: true }, whole)).toHaveLength(maxOffered + 1);
    const makesRoom = whole.map((one) => (one.key === 'legal' ? { ...one, retired: true as const } : one));
    expect(saved(own, makesRoom)).toHaveLength(maxOffered + 1);
    expect(saved({ ...whole.find(({ key }) => key === 'legal')! }, [...makesRoom, own])).toEqual([
      'LIST_FULL',
      undefined,
    ]);
  });
});

describe('a stored policy of before', () => {
  const before = {
    order: {
      silenceDays: 9,
      privateCategories: ['birth'],
      agencyCategories: ['birth', 'schooling', 'registration', 'birth-registration'],
    },
  };

  test('decides nothing where it had the product’s own lists', () => {
    expect(withCategories({ order: { silenceDays: 9, privateCategories: ['birth'] } })).toEqual({
      order: { silenceDays: 9 },
    });
    expect(withCategories(before)).toEqual({ order: { silenceDays: 9 } });
  });

  test('says of each category what stood in the lists, once', () => {
    const after = withCategories({ order: { privateCategories: ['legal'], agencyCategories: ['legal'] } });
    const { categories } = after['order'] as { categories: readonly Category[] };
    const said = (key: string) => categories.find((one) => one.key === key);
    expect(said('legal')).toMatchObject({ privacy: 'always', kind: 'agency' });
    expect(said('birth')).toMatchObject({ privacy: 'byDefault', kind: 'service' });
    expect(withCategories(after)).toEqual(after);
  });
});
