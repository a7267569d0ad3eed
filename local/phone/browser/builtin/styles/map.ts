export const mapStyles = `
wx-map{display:block;position:relative;width:300px;height:150px;overflow:hidden;touch-action:none;cursor:grab;background-color:#f3f1ea;
background-image:linear-gradient(#e6e2d6 1px,transparent 1px),linear-gradient(90deg,#e6e2d6 1px,transparent 1px);background-size:48px 48px}
.wx-map-shapes{position:absolute;inset:0;width:100%;height:100%;pointer-events:none}
.wx-map-markers{position:absolute;left:0;top:0;width:0;height:0}
.wx-map-custom{position:absolute;left:0;top:0;z-index:3;width:0;height:0}
.wx-map-custom wx-cover-view{overflow:visible}
.wx-map-marker{position:absolute;left:0;top:0;width:0;height:0}
.wx-map-marker button{position:absolute;left:0;top:0;margin:0;font:inherit;line-height:1.3;white-space:pre;cursor:pointer}
.wx-map-marker button[hidden]{display:none}
.wx-map-icon{border:0;padding:0;background:none}
.wx-map-icon img{display:block;max-width:none}
.wx-map-callout{box-shadow:0 1px 4px rgba(0,0,0,.25)}
.wx-map-here{position:absolute;left:-8px;top:-8px;width:16px;height:16px;box-sizing:border-box;border:3px solid #fff;border-radius:50%;background:#1a73e8;box-shadow:0 0 4px rgba(0,0,0,.4)}
.wx-map-here[hidden],.wx-map-bar[hidden]{display:none}
.wx-map-bar{position:absolute;left:12px;bottom:12px;box-sizing:border-box;border:solid #333;border-width:0 1px 2px;font-size:12px;line-height:16px;color:#222;text-align:center;white-space:nowrap}
`;
