/**
 * Which functions a client may call: `api`, and `files` for spreadsheets and PDF. The timer, WeChat's pushes and HTTP
 * reach the others, people with a mini-program never do.
 */
export const functionRules: Readonly<Record<string, { readonly invoke: boolean }>> = {
  api: { invoke: true },
  files: { invoke: true },
  jobs: { invoke: false },
  events: { invoke: false },
  open: { invoke: false },
};
