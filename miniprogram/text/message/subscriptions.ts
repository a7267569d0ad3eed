/** After WeChat was allowed to send the next news. */
export const subscribedLine = '好，下回有动静告诉您';
