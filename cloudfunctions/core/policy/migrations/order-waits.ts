type Fields = Readonly<Record<string, unknown>>;

/** What held before a community could decide how long each wait of an order may last. */
export const firstWaits = { completeWithinDays: 14, callWithinHours: 48 } as const;
const emergency = {
  dispatchWithinHours: 1,
  acceptWithinHours: 2,
  completeWithinDays: 3,
  escalateAfterHours: [0, 0.5, 1],
} as const;

function fieldsOf(value: unknown): Fields {
  return Object.fromEntries(Object.entries(Object(value)));
}

/** A stored policy that says how long each wait of an order may last, and what is promised of emergencies. Pure. */
export function withOrderWaits(stored: unknown): Fields {
  const policy = fieldsOf(stored);
  return { ...policy, order: { ...firstWaits, emergency, ...fieldsOf(policy['order']) } };
}
