/** Buttons, fields and choices. The second look of a button is that of app.json's \`"style": "v2"\`. */
export const formStyles = `
wx-button{display:block;position:relative;margin-left:auto;margin-right:auto;padding-left:14px;padding-right:14px;box-sizing:border-box;font-size:18px;text-align:center;
text-decoration:none;line-height:2.55555556;border-radius:5px;overflow:hidden;color:#000;background-color:#f8f8f8;cursor:pointer}
wx-button::after{content:" ";width:200%;height:200%;position:absolute;top:0;left:0;border:1px solid rgba(0,0,0,.2);transform:scale(.5);transform-origin:0 0;box-sizing:border-box;border-radius:10px;pointer-events:none}
wx-button[type=primary]{color:#fff;background-color:#07c160}
wx-button[type=warn]{color:#fff;background-color:#e64340}
wx-button[disabled]{color:rgba(255,255,255,.6);cursor:default}
wx-button[disabled]:not([type]),wx-button[disabled][type=default]{color:rgba(0,0,0,.3);background-color:#f7f7f7}
wx-button[disabled][type=primary]{background-color:#9ed99d}
wx-button[disabled][type=warn]{background-color:#ec8b89}
wx-button[plain],wx-button[plain][type=default]{color:#353535;border:1px solid #353535;background-color:transparent}
wx-button[plain]::after{border-width:0}
wx-button[plain][type=primary]{color:#07c160;border-color:#07c160;background-color:transparent}
wx-button[plain][type=warn]{color:#e64340;border-color:#e64340;background-color:transparent}
wx-button[plain][disabled]{color:rgba(0,0,0,.2);border-color:rgba(0,0,0,.2)}
wx-button[size=mini]{display:inline-block;line-height:2.3;font-size:13px;padding-left:1.34em;padding-right:1.34em}
wx-button[loading]::before{content:" ";display:inline-block;width:18px;height:18px;margin-right:8px;vertical-align:middle;box-sizing:border-box;border:2px solid currentColor;border-right-color:transparent;border-radius:50%;animation:wx-turn 1s linear infinite}
wx-button[wx-hover],.button-hover{color:rgba(0,0,0,.6);background-color:#dedede}
wx-button[wx-hover][type=primary],.button-hover[type=primary]{color:rgba(255,255,255,.6);background-color:#06ad56}
wx-button[wx-hover][type=warn],.button-hover[type=warn]{color:rgba(255,255,255,.6);background-color:#ce3c39}
.wx-style-v2 wx-button{padding:8px 24px;font-weight:700;font-size:17px;line-height:1.41176471;border-radius:4px;color:#06ae56;background-color:#f2f2f2}
.wx-style-v2 wx-button:not([size=mini]){width:184px;margin-left:auto;margin-right:auto}
.wx-style-v2 wx-button::after{border-width:0}
.wx-style-v2 wx-button[type=primary]{color:#fff;background-color:#07c160}
.wx-style-v2 wx-button[type=warn]{color:#fa5151;background-color:#f2f2f2}
.wx-style-v2 wx-button[disabled]:not([type]),.wx-style-v2 wx-button[disabled]{color:rgba(0,0,0,.3);background-color:#f7f7f7}
.wx-style-v2 wx-button[size=mini]{padding:0 12px;font-size:16px;line-height:2}
wx-input{display:block;position:relative;height:1.4rem;min-height:1.4rem;overflow:hidden;text-overflow:clip;white-space:nowrap}
wx-textarea{display:block;position:relative;width:300px;height:150px}
.wx-input-inner,.wx-textarea-inner{display:block;width:100%;height:100%;margin:0;padding:0;border:0;outline:0;border-radius:0;box-sizing:border-box;background:none;resize:none;
font:inherit;color:inherit;letter-spacing:inherit;text-align:inherit;opacity:1;-webkit-user-select:text;user-select:text;-webkit-appearance:none;appearance:none;caret-color:auto}
.wx-textarea-inner{position:relative;overflow-y:auto}
.wx-input-inner:disabled,.wx-textarea-inner:disabled{-webkit-text-fill-color:currentColor}
.wx-input-inner::placeholder,.wx-textarea-inner::placeholder{color:transparent}
.wx-placeholder{position:absolute;inset:0;overflow:hidden;pointer-events:none;color:#6f6f6f;text-overflow:ellipsis}
.wx-placeholder[hidden]{display:none}
wx-input>.wx-placeholder{display:flex;align-items:center;white-space:pre}
wx-input>.wx-placeholder[hidden]{display:none}
wx-checkbox,wx-radio{display:inline-block;cursor:pointer}
wx-checkbox[aria-disabled=true],wx-radio[aria-disabled=true],wx-switch[aria-disabled=true]{cursor:default}
.wx-checkbox-mark,.wx-radio-mark{display:inline-flex;align-items:center;justify-content:center;position:relative;width:22px;height:22px;margin-right:5px;box-sizing:border-box;border:1px solid #8a8a8a;border-radius:3px;background:#fff;vertical-align:middle;color:var(--wx-color)}
.wx-radio-mark{border-radius:50%}
wx-checkbox[aria-checked=true]>.wx-checkbox-mark::after,wx-radio[aria-checked=true]>.wx-radio-mark::after{content:"";width:6px;height:12px;margin-top:-3px;border:solid currentColor;border-width:0 2px 2px 0;transform:rotate(45deg)}
wx-radio[aria-checked=true]>.wx-radio-mark{border-color:var(--wx-color);background:var(--wx-color);color:#fff}
wx-checkbox[aria-disabled=true]>.wx-checkbox-mark,wx-radio[aria-disabled=true]>.wx-radio-mark{background:#e1e1e1;color:#8a8a8a}
wx-switch{display:inline-block;cursor:pointer;vertical-align:middle}
.wx-switch-track{display:block;position:relative;width:52px;height:32px;border-radius:16px;box-sizing:border-box;border:1px solid #8a8a8a;background:#8a8a8a;transition:background-color .1s}
.wx-switch-track::after{content:"";position:absolute;left:0;top:0;width:30px;height:30px;border-radius:50%;background:#fff;box-shadow:0 1px 3px rgba(0,0,0,.4);transition:transform .2s}
wx-switch[aria-checked=true]>.wx-switch-track{border-color:var(--wx-color);background:var(--wx-color)}
wx-switch[aria-checked=true]>.wx-switch-track::after{transform:translateX(20px)}
wx-switch[type=checkbox]>.wx-switch-track{width:22px;height:22px;border-radius:3px;background:#fff;border-color:#8a8a8a}
wx-switch[type=checkbox]>.wx-switch-track::after{display:none}
wx-switch[type=checkbox][aria-checked=true]>.wx-switch-track::after{display:block;left:6px;top:1px;width:6px;height:12px;border-radius:0;background:none;box-shadow:none;border:solid var(--wx-color);border-width:0 2px 2px 0;transform:rotate(45deg)}
wx-switch[aria-disabled=true]>.wx-switch-track{opacity:.5}
wx-slider{display:flex;align-items:center;margin:10px 18px;min-height:28px;touch-action:pan-y;cursor:pointer}
.wx-slider-track{position:relative;flex:1;height:2px;border-radius:5px;background:var(--wx-ground)}
.wx-slider-track::before{content:"";position:absolute;left:0;top:0;bottom:0;width:calc(var(--wx-share)*100%);border-radius:5px;background:var(--wx-active)}
.wx-slider-block{position:absolute;left:calc(var(--wx-share)*100%);top:50%;width:var(--wx-block);height:var(--wx-block);border-radius:50%;background:var(--wx-block-color);box-shadow:0 0 4px rgba(0,0,0,.2);transform:translate(-50%,-50%)}
.wx-slider-value{min-width:3ch;padding-left:1em;color:#595959;font-size:14px;text-align:center}
.wx-slider-value[hidden]{display:none}
wx-picker{cursor:pointer}
wx-picker-view{display:block;position:relative}
.wx-picker-columns{display:flex;position:relative;height:100%;overflow:hidden}
wx-picker-view-column{display:block;flex:1;height:100%;position:relative}
.wx-wheel{overflow:hidden;touch-action:none;cursor:ns-resize;outline-offset:-2px}
wx-picker-view-column>.wx-picker-items{position:absolute;left:0;right:0;top:calc(50% - var(--wx-item,34px)/2)}
wx-picker-view-column>.wx-picker-items>*{height:var(--wx-item,34px);overflow:hidden;box-sizing:border-box}
.wx-picker-mask{position:absolute;inset:0;z-index:1;pointer-events:none;background:linear-gradient(rgba(255,255,255,.95),rgba(255,255,255,.6)) top/100% calc(50% - var(--wx-item,34px)/2) no-repeat,linear-gradient(0deg,rgba(255,255,255,.95),rgba(255,255,255,.6)) bottom/100% calc(50% - var(--wx-item,34px)/2) no-repeat}
.wx-picker-indicator{position:absolute;left:0;right:0;top:50%;z-index:2;height:34px;transform:translateY(-50%);pointer-events:none;box-sizing:border-box;border:solid #e5e5e5;border-width:1px 0}
:is(wx-button,wx-navigator,wx-checkbox,wx-radio,wx-switch,wx-slider,wx-picker,wx-map,wx-view,wx-scroll-view):focus{outline:none}
:is(wx-button,wx-navigator,wx-checkbox,wx-radio,wx-switch,wx-slider,wx-picker,wx-map,wx-view,wx-scroll-view,.wx-wheel):focus-visible{outline:2px solid #1a66a6;outline-offset:2px}
`;
