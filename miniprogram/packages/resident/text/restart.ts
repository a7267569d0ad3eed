/** How far the newer version is, and what to do. */
export const updateLines = {
  unknown: '新版正在下载，下好了就能点。',
  ready: '新版下好了，点一下就换上。',
  none: '新版还没发到这台手机，过一会儿关掉连心再打开一次。',
  failed: '新版没下下来。连上网，在微信里删掉连心，搜“连心”再打开。',
} as const;
