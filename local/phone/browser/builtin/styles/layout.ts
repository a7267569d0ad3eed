/** WeChat's own look of containers and content; specificity as on a phone, so that page styles win or lose as they do there. */
export const layoutStyles = `
wx-div,wx-view,wx-form,wx-navigator,wx-picker,wx-checkbox-group,wx-radio-group,wx-cover-view,wx-match-media,wx-absent{display:block}
wx-view[hidden],wx-text[hidden],wx-image[hidden],wx-button[hidden],wx-form[hidden],wx-scroll-view[hidden],wx-swiper[hidden],wx-input[hidden],wx-textarea[hidden],
wx-navigator[hidden],wx-picker[hidden],wx-map[hidden],wx-canvas[hidden],wx-label[hidden],wx-switch[hidden],wx-slider[hidden],wx-progress[hidden],wx-icon[hidden],
wx-rich-text[hidden],wx-checkbox[hidden],wx-radio[hidden],wx-cover-view[hidden],wx-cover-image[hidden],wx-picker-view[hidden],wx-movable-area[hidden],
wx-movable-view[hidden],wx-checkbox-group[hidden],wx-radio-group[hidden],wx-swiper-item[hidden]{display:none}
wx-page{-webkit-user-select:none;user-select:none;-webkit-touch-callout:none}
wx-page *{-webkit-tap-highlight-color:transparent}
wx-text{display:inline;white-space:pre-line}
wx-text[user-select]{display:inline-block;-webkit-user-select:text;user-select:text}
wx-rich-text{display:block}
wx-rich-text[user-select]{-webkit-user-select:text;user-select:text}
wx-label{display:inline}
wx-cover-view{position:relative;line-height:1.2;white-space:nowrap;overflow:hidden}
wx-image{display:inline-block;position:relative;width:320px;height:240px;overflow:hidden}
wx-cover-image{display:block;overflow:hidden}
.wx-image-inner{display:block;width:100%;height:100%}
wx-navigator{cursor:pointer}
wx-navigator[wx-hover]{background-color:rgba(0,0,0,.1);opacity:.7}
.navigator-hover{background-color:rgba(0,0,0,.1);opacity:.7}
wx-scroll-view{display:block;width:100%;overflow:hidden;-webkit-overflow-scrolling:touch;overscroll-behavior:contain;position:relative}
wx-scroll-view[scroll-x]{overflow-x:auto}
wx-scroll-view[scroll-y]{overflow-y:auto}
wx-scroll-view::-webkit-scrollbar{width:0;height:0}
.wx-refresher{height:0;overflow:hidden;position:relative}
.wx-refresher[hidden]{display:none}
.wx-refresher-dots{position:absolute;left:50%;bottom:17px;width:6px;height:6px;margin-left:-3px;border-radius:3px;background:#888;box-shadow:-14px 0 #bbb,14px 0 #bbb}
.wx-refresher-white{background:#fff;box-shadow:-14px 0 #fffb,14px 0 #fffb}
wx-swiper{display:block;position:relative;height:150px;overflow:hidden;touch-action:pan-y pinch-zoom}
wx-swiper[vertical]{touch-action:pan-x pinch-zoom}
wx-swiper-item{display:block;position:absolute;left:0;top:0;width:100%;height:100%;overflow:hidden;will-change:transform}
.wx-swiper-dots{position:absolute;z-index:1;left:0;right:0;bottom:10px;display:flex;justify-content:center;gap:8px;pointer-events:none}
.wx-swiper-dots[hidden]{display:none}
wx-swiper[vertical]>.wx-swiper-dots{left:auto;right:10px;top:0;bottom:0;flex-direction:column}
.wx-swiper-dot{width:8px;height:8px;border-radius:50%}
wx-movable-area{display:block;position:relative;width:10px;height:10px}
wx-movable-view{display:inline-block;position:absolute;left:0;top:0;width:10px;height:10px;touch-action:none;will-change:transform}
wx-movable-view[fixed]{touch-action:auto}
wx-root-portal,.wx-root-portal-content{display:contents}
wx-page-meta,wx-navigation-bar{display:none}
wx-match-media[unmatched]{display:none}
wx-page-container{display:none;position:fixed;inset:0}
wx-page-container[shown]{display:block}
.wx-page-container-mask{position:absolute;inset:0;background:rgba(0,0,0,.5);opacity:0;transition:opacity var(--wx-duration)}
.wx-page-container-mask[hidden]{display:none}
.wx-page-container{position:absolute;z-index:1;left:0;right:0;bottom:0;max-height:100%;overflow-y:auto;background:#fff;transform:translateY(100%);transition:transform var(--wx-duration)}
wx-page-container[position=top]>.wx-page-container{bottom:auto;top:0;transform:translateY(-100%)}
wx-page-container[position=right]>.wx-page-container{left:auto;top:0;width:100%;transform:translateX(100%)}
wx-page-container[position=center]>.wx-page-container{top:50%;bottom:auto;transform:translateY(-50%) scale(0)}
wx-page-container[round]>.wx-page-container{border-radius:20px 20px 0 0}
wx-page-container[open]>.wx-page-container-mask{opacity:1}
wx-page-container[open]>.wx-page-container{transform:none}
wx-page-container[position=center][open]>.wx-page-container{transform:translateY(-50%)}
wx-canvas{display:block;position:relative;width:300px;height:150px}
wx-canvas[disable-scroll]{touch-action:none}
.wx-canvas-inner{display:block;width:100%;height:100%}
wx-icon{display:inline-block;font-size:0;vertical-align:middle}
wx-icon::before{content:"";display:inline-block;width:var(--wx-icon-size);height:var(--wx-icon-size);background:var(--wx-icon-color);-webkit-mask:var(--wx-icon) center/contain no-repeat;mask:var(--wx-icon) center/contain no-repeat}
wx-progress{display:flex;align-items:center}
.wx-progress-track{flex:1;height:var(--wx-stroke);background:var(--wx-ground);border-radius:var(--wx-radius);overflow:hidden}
.wx-progress-bar{width:var(--wx-percent);height:100%;background:var(--wx-active);border-radius:var(--wx-radius)}
.wx-progress-info{margin-left:15px;min-width:2em;font-size:var(--wx-font)}
.wx-progress-info[hidden]{display:none}
.wx-absent{display:flex;align-items:center;justify-content:center;min-height:96px;padding:12px;box-sizing:border-box;border:1px dashed #6b6b6b;background:#f2f2f2;color:#4a4a4a;font-size:14px}
`;
