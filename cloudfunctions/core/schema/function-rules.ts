/**
 * Which functions a client may call: `api`, and `files` for spreadsheets and PDF. The timer and WeChat's pushes reach
 * the others, people never do.
 */
export const functionRules: Readonly<Record<string, { readonly invoke: boolean }>> = {
  api: { invoke: true },
  files: { invoke: true },
  jobs: { invoke: false },
  events: { invoke: false },
};
