/** Asked by WeChat itself before a page is left on which somebody entered something. */
export const leaveQuestion = '写的还没交上去，走开就没了。要走吗？';
