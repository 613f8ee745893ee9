// How the widget looks. Constructable, so that a page's Content-Security-Policy needs no `unsafe-inline`.

const UNIT = "--madoguchi-unit";

// `rem` is the page's: many set it to 62.5 %. Ours is the size that the person's browser starts from, measured on the host.
try {
  CSS.registerProperty({ name: UNIT, syntax: "<length>", inherits: true, initialValue: "16px" });
} catch {
  // Registered already, by another copy of the widget.
}

export const sheet = new CSSStyleSheet();

sheet.replaceSync(`
:host {
  all: initial !important; display: block !important; position: fixed !important; z-index: 2147483000 !important;
  inset: auto max(1rem, env(safe-area-inset-right)) max(1rem, env(safe-area-inset-bottom)) auto !important;
  font-family: "BIZ UDPGothic", "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", Meiryo, system-ui, "Noto Sans", "Noto Sans Devanagari", sans-serif !important;
  --ink: #16202a; --soft: #4a5763; --paper: #fff; --ground: #f3f6f8; --line: #7b8894; --hair: #dbe2e8; --mine: #e0eef7;
  --link: #0b4f8a; --alarm: #b3001b; --alarm-ground: #fff0f0; --focus: #0b4f8a; --accent: #0b5a83; --on-accent: #fff;
  color-scheme: light dark !important; font-size: medium !important; --madoguchi-unit: 1em;
}
:host([position="left"]) { inset: auto auto max(1rem, env(safe-area-inset-bottom)) max(1rem, env(safe-area-inset-left)) !important; }
:host([hidden]) { display: none !important; }
@media (prefers-color-scheme: dark) {
  :host { --ink: #eef3f7; --soft: #b9c5cf; --paper: #16202a; --ground: #0e151c; --line: #8b99a6; --hair: #2c3945; --mine: #1d3d55;
    --link: #8ecbff; --alarm: #ff9aa2; --alarm-ground: #3b1216; --focus: #8ecbff; }
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
:lang(zh) { font-family: "PingFang SC", "PingFang TC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; }
:lang(ko) { font-family: "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", system-ui, sans-serif; }
:lang(ne) { font-family: "Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari", system-ui, sans-serif; }
button, input, select, textarea { font: inherit; color: inherit; }
button, select, summary, input[type="date"], .paper button { min-height: 2.75rem; min-width: 2.75rem; }
button { border: 1px solid var(--line); border-radius: .75rem; background: var(--paper); padding: .5rem .9rem; cursor: pointer; line-height: 1.4; }
button:hover { background: var(--ground); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
svg { width: 1.5rem; height: 1.5rem; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; flex: none; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.launcher { display: flex; align-items: center; gap: .6rem; font-size: 1.125rem; font-weight: 600; min-height: 3.5rem; padding: .5rem 1.4rem;
  border: 2px solid var(--on-accent); border-radius: 2rem; background: var(--accent); color: var(--on-accent); box-shadow: 0 4px 18px #0006; }
.launcher:hover { background: var(--accent); filter: brightness(1.08); }
.panel { display: flex; flex-direction: column; width: min(26.5rem, calc(100vw - 2rem)); height: min(44rem, calc(100dvh - 2rem)); overflow: hidden;
  font-size: 1.0625rem; line-height: 1.75; color: var(--ink); background: var(--ground); border: 1px solid var(--hair); border-radius: 1.1rem; box-shadow: 0 12px 48px #0005; }
.panel[data-size="1"] { font-size: 1.3rem; } .panel[data-size="2"] { font-size: 1.6rem; }
.panel:lang(ne), .panel:lang(vi) { line-height: 1.85; }
.head { display: flex; align-items: center; gap: .25rem; padding: .5rem .5rem .5rem 1.1rem; background: var(--accent); color: var(--on-accent); }
.head h2 { flex: 1; margin: 0; font-size: 1.15em; line-height: 1.4; font-weight: 700; }
.round { display: grid; place-items: center; padding: 0; border: 0; border-radius: 50%; background: transparent; }
.round:hover { background: #ffffff2e; } .head :focus-visible { outline-color: var(--on-accent); outline-offset: -3px; }
.menu { display: grid; gap: .9rem; padding: 1rem 1.1rem; max-height: 75%; overflow-y: auto; background: var(--paper); border-bottom: 1px solid var(--hair); }
.menu .line { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; min-height: 2.75rem; }
.menu p, .menu fieldset, .menu legend { margin: 0; padding: 0; border: 0; } .menu fieldset { display: grid; gap: .25rem; }
.menu select { flex: 1; min-width: 8rem; padding: .25rem .5rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--paper); }
.sizes { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; } .sizes label { display: flex; align-items: center; gap: .4rem; min-height: 2.75rem; }
input[type="checkbox"], input[type="radio"] { width: 1.5rem; height: 1.5rem; margin: 0; flex: none; accent-color: var(--accent); }
.danger { color: var(--alarm); border-color: var(--alarm); }
.history { flex: 1; min-height: 4rem; overflow-y: auto; overscroll-behavior: contain; padding: 1rem; position: relative; scrollbar-gutter: stable; }
.history:focus-visible { outline-offset: -4px; }
.messages { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem; }
.message { display: grid; gap: .35rem; min-width: 0; justify-items: start; border-radius: 1rem; overflow-wrap: anywhere; }
.mine { justify-items: end; }
.body { max-width: 100%; padding: .75rem 1rem; border-radius: .3rem 1rem 1rem 1rem; background: var(--paper); border: 1px solid var(--hair); }
.mine .body { max-width: 88%; border-radius: 1rem .3rem 1rem 1rem; background: var(--mine); border-color: transparent; }
.body > * { margin: 0 0 .6em; } .body > :last-child { margin-bottom: 0; }
.body ul, .body ol { padding-inline-start: 1.5em; } .body ul { list-style: disc; } .body li { margin-bottom: .3em; }
.body .to-do { list-style: none; padding: 0; } .to-do label { display: flex; gap: .6rem; align-items: start; min-height: 2.75rem; padding-block: .3rem; }
.to-do input { margin-top: .15em; } .to-do :checked + span { color: var(--soft); text-decoration: line-through; }
.body .inner { margin-inline-start: 1.2rem; } .body .innermost { margin-inline-start: 2.4rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; vertical-align: top; padding: .4rem .5rem .4rem 0; border-bottom: 1px solid var(--hair); font-weight: 400; } td { font-weight: 600; }
a { color: var(--link); text-underline-offset: .2em; }
ruby rt { font-size: .55em; line-height: 1.2; }
.when { font-size: .8em; color: var(--soft); padding-inline: .25rem; }
.urgent .body { border: 2px solid var(--alarm); background: var(--alarm-ground); }
.alarm { margin: 0; } .alarm a { display: inline-flex; align-items: center; min-height: 3.5rem; padding: .25rem 1.75rem; border-radius: .9rem; background: #b3001b; color: #fff; font-size: 1.6em; font-weight: 700; text-decoration: none; letter-spacing: .05em; }
.alarm a::before { content: "☎"; margin-inline-end: .5rem; }
.sources { width: 100%; font-size: .88em; color: var(--soft); } .sources summary { display: flex; flex-wrap: wrap; align-items: center; gap: 0 .75rem; cursor: pointer; padding-inline: .25rem; }
.sources summary::before { content: "▸"; } .sources[open] summary::before { content: "▾"; }
.sources ul { margin: 0; padding: 0 .25rem 0 1.25rem; } .sources li span, .sources cite { display: block; } .sources cite { font-style: normal; color: var(--ink); }
.tools { display: flex; flex-wrap: wrap; gap: .35rem .5rem; width: 100%; font-size: .88em; color: var(--soft); align-items: center; justify-content: space-between; }
.feedback, .paper { display: flex; flex-wrap: wrap; align-items: center; gap: .35rem; } .feedback p { margin: 0; }
.tools button { padding: .25rem .7rem; background: transparent; border-color: var(--hair); color: var(--ink); } .tools button:hover { background: var(--paper); }
.choices { display: flex; flex-wrap: wrap; gap: .5rem; padding-top: .25rem; }
.message > .choices button { border: 1.5px solid var(--link); color: var(--link); font-weight: 600; text-align: start; }
.message:focus-visible { outline-offset: 3px; }
.pending .body { opacity: .75; } .unsent { display: flex; flex-wrap: wrap; align-items: center; justify-content: end; gap: .5rem; margin: 0; color: var(--alarm); font-size: .9em; }
.typing { display: flex; gap: .35rem; padding: 1rem .5rem 0; } .typing i { width: .55rem; height: .55rem; border-radius: 50%; background: var(--soft); animation: beat 1.2s infinite; } .typing i:nth-child(2) { animation-delay: .2s; } .typing i:nth-child(3) { animation-delay: .4s; }
@keyframes beat { 0%, 60%, 100% { opacity: .3; } 30% { opacity: 1; } }
.notice:not(:empty) { padding: .5rem 1rem; background: var(--alarm-ground); color: var(--alarm); border-top: 1px solid var(--alarm); }
.composer { background: var(--paper); border-top: 1px solid var(--hair); padding: .6rem; display: grid; gap: .5rem; }
.composer form { display: flex; align-items: end; gap: .5rem; }
textarea { flex: 1; min-width: 0; min-height: 2.75rem; max-height: 10rem; resize: none; padding: .5rem .8rem; line-height: 1.5; border: 1px solid var(--line); border-radius: .9rem; background: var(--paper); }
textarea::placeholder { color: var(--soft); opacity: 1; }
.send { display: grid; place-items: center; padding: 0; width: 3rem; min-height: 2.75rem; border: 0; background: var(--accent); color: var(--on-accent); } .send:hover { background: var(--accent); filter: brightness(1.1); }
.date-entry { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; } .date-entry input { padding: .25rem .6rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--paper); }
@media (max-width: 30em), (max-height: 30em) {
  :host([open]) { inset: 0 !important; }
  .panel { width: 100%; height: 100dvh; border: 0; border-radius: 0; }
}
@media (max-height: 30em) {
  .panel { overflow-y: auto; } .history { flex: none; overflow: visible; } .menu { max-height: none; overflow: visible; }
  .head { position: sticky; top: 0; z-index: 1; }
}
@media (prefers-reduced-motion: reduce) { .typing i { animation: none; opacity: .7; } }
@media (forced-colors: active) { .launcher, .send, .body, .alarm a { border: 2px solid; } .head { border-bottom: 2px solid; } .typing i { background: CanvasText; } }
@media print {
  :host { position: static !important; } :host(:not([printing])), .launcher, .head, .composer, .menu, .tools, .choices, .message:not(.printing), .typing { display: none !important; }
  .panel { width: auto; height: auto; border: 0; box-shadow: none; overflow: visible; } .history { overflow: visible; } .sources ul { display: block; }
}
`.replace(/([\d.]+)rem/g, `calc($1 * var(${UNIT}))`));
