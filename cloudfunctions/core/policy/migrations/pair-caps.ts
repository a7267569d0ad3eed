type Fields = Readonly<Record<string, unknown>>;

/** What a month allowed one pair before a community could set it. */
const orderPairCaps = { confirmed: 8, called: 4 };
const signaturePairCap = 8;

function fieldsOf(value: unknown): Fields {
  return Object.fromEntries(Object.entries(Object(value)));
}

/** A stored policy that caps how often one person earns by another's word in a month. Pure, for migrations. */
export function withPairCaps(stored: unknown): Fields {
  const policy = fieldsOf(stored);
  return {
    ...policy,
    order: { pairCaps: orderPairCaps, ...fieldsOf(policy['order']) },
    activity: { pairCap: signaturePairCap, ...fieldsOf(policy['activity']) },
  };
}
