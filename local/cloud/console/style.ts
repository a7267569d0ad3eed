/** Style of the page `/local`; developers read it, so it is dense and plain. */
export const consoleStyle = `
body { font: 15px/1.5 system-ui, "Noto Sans SC", sans-serif; margin: 1rem 2rem; color: #222; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 1.5rem; } a { color: #1a5fb4; }
details { border-bottom: 1px solid #ddd; padding: .3rem 0; } details.bad > summary, tr.bad { color: #b00020; }
table { border-collapse: collapse; margin: .4rem 0; }
th, td { text-align: left; padding: .15rem .8rem .15rem 0; vertical-align: top; }
pre { background: #f6f6f6; padding: .6rem; overflow: auto; max-height: 24rem; } .error { color: #b00020; }
`;
