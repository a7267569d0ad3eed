/** Whoever did not agree to the guide is asked for nothing, and can still call. */
export const consentNeeded = '没有同意隐私保护指引，号码没有收。可以打电话说。';
