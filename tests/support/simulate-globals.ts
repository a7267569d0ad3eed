/** What a WeChat page finds as globals and miniprogram-simulate does not provide. */
Object.assign(globalThis, { getApp: () => ({ globalData: {} }), getCurrentPages: () => [] });
