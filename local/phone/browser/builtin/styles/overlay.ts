/** Toasts, dialogs, sheets and pickers: what WeChat draws over the pages. */
export const overlayStyles = `
@keyframes wx-turn{to{transform:rotate(360deg)}}
@keyframes wx-rise{from{transform:translateY(40%);opacity:0}}
@keyframes wx-appear{from{opacity:0}}
.wx-mask{position:absolute;inset:0;z-index:1000;display:flex;align-items:center;justify-content:center;background:rgba(0,0,0,.6);pointer-events:auto;font-size:17px;line-height:1.4;color:#1a1a1a;animation:wx-appear .15s}
.wx-mask :is(div,button,input,textarea,label){box-sizing:border-box}
.wx-mask [role=dialog]{outline:0}
.wx-mask button{margin:0;border:0;padding:0;background:none;font:inherit;color:inherit;cursor:pointer}
.wx-mask button:disabled{opacity:.4;cursor:default}
.wx-mask button:focus-visible,.wx-mask input:focus-visible{outline:2px solid #1a66a6;outline-offset:-3px}
.wx-sheet,.wx-picker-sheet{align-self:flex-end;width:100%;max-height:85%;overflow-y:auto;border-radius:12px 12px 0 0;background:#fff;animation:wx-rise .2s}
.wx-sheet-title{padding:14px 20px;border-bottom:1px solid #e5e5e5;color:#5a5a5a;font-size:14px;text-align:center}
.wx-mask .wx-sheet-item{display:block;width:100%;min-height:56px;padding:8px 20px;border-top:1px solid #ececec;text-align:center}
.wx-mask .wx-sheet-cancel{border-top:8px solid #f2f2f2}
.wx-modal{width:320px;max-width:86%;max-height:80%;overflow-y:auto;border-radius:12px;background:#fff;text-align:center}
.wx-modal-title{padding:28px 24px 0;font-weight:700}
.wx-modal-content{padding:16px 24px 0;color:#595959;white-space:pre-wrap;overflow-wrap:anywhere}
.wx-mask .wx-modal-field{display:block;width:calc(100% - 48px);height:72px;margin:16px 24px 0;padding:8px;border:1px solid #8a8a8a;border-radius:6px;font:inherit;resize:none}
.wx-modal-answers{display:flex;margin-top:28px;border-top:1px solid #e5e5e5}
.wx-mask .wx-modal-answer{flex:1;min-height:56px;padding:8px;font-weight:500}
.wx-modal-answer+.wx-modal-answer{border-left:1px solid #e5e5e5}
.wx-modal-confirm{color:#576b95}
.wx-permission{padding:24px 24px 32px}
.wx-permission-title{margin-bottom:16px;font-size:18px;font-weight:700}
.wx-permission-line{margin-bottom:12px;color:#595959}
.wx-mask .wx-permission-field{display:block;width:100%;height:48px;margin-bottom:16px;padding:0 12px;border:1px solid #8a8a8a;border-radius:6px;font:inherit}
.wx-permission-answers{display:flex;gap:16px;justify-content:center;margin-top:20px}
.wx-mask .wx-permission-refuse,.wx-mask .wx-permission-agree{min-width:120px;min-height:48px;padding:8px 16px;border-radius:6px;background:#f2f2f2;font-weight:700}
.wx-mask .wx-permission-agree{background:#067a3e;color:#fff}
.wx-full{align-self:stretch;width:100%;overflow-y:auto;padding:24px;background:#fff}
.wx-full-title{margin-bottom:24px;font-size:20px;font-weight:700}
.wx-setting{display:flex;align-items:center;justify-content:space-between;min-height:56px;border-bottom:1px solid #ececec}
.wx-setting-box{width:24px;height:24px}
.wx-picker-head{display:flex;align-items:center;min-height:56px}
.wx-mask .wx-picker-cancel,.wx-mask .wx-picker-confirm{min-width:80px;min-height:48px;padding:0 16px}
.wx-mask .wx-picker-confirm{color:#067a3e;font-weight:700}
.wx-picker-title{flex:1;text-align:center;font-weight:500}
.wx-picker-body{position:relative;display:flex;height:264px;overflow:hidden}
.wx-picker-column{flex:1;height:100%;position:relative;-webkit-mask:linear-gradient(#0003,#000 42%,#000 58%,#0003);mask:linear-gradient(#0003,#000 42%,#000 58%,#0003)}
.wx-picker-column>.wx-picker-items{position:absolute;left:0;right:0;top:110px}
.wx-picker-item{height:44px;padding:0 4px;line-height:44px;text-align:center;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.wx-picker-frame{position:absolute;left:0;right:0;top:110px;height:44px;pointer-events:none;border:solid #e5e5e5;border-width:1px 0}
.wx-toast-layer.wx-toast-layer{position:absolute;inset:0;z-index:1001;display:flex;align-items:center;justify-content:center;pointer-events:none}
.wx-toast-layer.wx-toast-layer-mask{pointer-events:auto}
.wx-toast{display:flex;flex-direction:column;align-items:center;justify-content:center;gap:16px;width:136px;min-height:136px;padding:16px;box-sizing:border-box;border-radius:12px;background:#3d3d3d;color:#fff;font-size:17px;line-height:1.4;text-align:center;overflow-wrap:anywhere}
.wx-toast-plain{width:auto;min-width:0;max-width:70%;min-height:0;padding:12px 16px}
.wx-toast-icon{width:40px;height:40px;background:#fff}
.wx-toast-success{-webkit-mask:var(--wx-check) center/contain no-repeat;mask:var(--wx-check) center/contain no-repeat}
.wx-toast-error{-webkit-mask:var(--wx-warn) center/contain no-repeat;mask:var(--wx-warn) center/contain no-repeat}
.wx-toast-loading{box-sizing:border-box;border:4px solid #fff;border-right-color:#fff4;border-radius:50%;background:none;animation:wx-turn 1s linear infinite}
.wx-toast-image{width:40px;height:40px;object-fit:contain}
.wx-toast-layer{--wx-check:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='m9 18.3-6-6 1.5-1.4L9 15.4 19.5 4.9 21 6.3Z'/%3E%3C/svg%3E");--wx-warn:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M11 3h2v12h-2Zm0 15h2v2.5h-2Z'/%3E%3C/svg%3E")}
.wx-confirm-bar{position:absolute;left:0;right:0;bottom:0;z-index:900;display:flex;justify-content:flex-end;border-top:1px solid #e5e5e5;background:#f7f7f7;pointer-events:auto}
.wx-confirm-bar-button{min-width:80px;min-height:48px;border:0;background:none;color:#067a3e;font-size:17px;font-weight:700}
.wx-preview{position:relative;align-self:stretch;width:100%;background:#000;color:#fff}
.wx-preview-image{position:absolute;inset:0;width:100%;height:100%;object-fit:contain}
.wx-preview-count{position:absolute;left:0;right:0;top:16px;text-align:center;font-size:16px}
.wx-preview-buttons{position:absolute;left:0;right:0;bottom:16px;display:flex;justify-content:center;gap:16px}
.wx-mask .wx-preview-button{min-width:80px;min-height:48px;padding:0 16px;border-radius:6px;background:#333;color:#fff}
.wx-call{padding:40px 24px;text-align:center}
.wx-call-number{margin:16px 0 32px;font-size:30px;font-variant-numeric:tabular-nums;letter-spacing:1px}
.wx-place-map{position:relative;height:280px;margin:16px 0;background:#f3f1ea}
.wx-scan-video{display:block;width:100%;max-height:50vh;background:#000}
@media (prefers-reduced-motion:reduce){.wx-mask,.wx-sheet,.wx-picker-sheet{animation:none}}
`;
