// How messages look.
import { sheetOf } from "./sheet-of.js";

export const messageSheet = sheetOf(`
.messages { list-style: none; margin: 0; padding: 0; display: grid; gap: 1.5rem; }
.message { display: grid; gap: .5rem; min-width: 0; justify-items: start; border-radius: 1rem; }
.message:focus-visible { outline-offset: 4px; }
.mine { justify-items: end; }
.body { max-width: 100%; padding: .75rem 1rem; border-radius: .25rem 1rem 1rem 1rem; background: var(--paper); border: 1px solid var(--hair); text-wrap: pretty; }
.mine .body { max-width: 88%; border-radius: 1rem .25rem 1rem 1rem; background: var(--mine); border-color: transparent; }
.body > * { margin: 0 0 .75rem; } .body > :last-child { margin-bottom: 0; }
.body ul, .body ol { padding-inline-start: 1.5rem; } .body ul { list-style: disc; } .body li { margin-bottom: .25rem; }
.body .inner { margin-inline-start: 1rem; } .body .innermost { margin-inline-start: 1.5rem; }
.body h3 { margin: 1rem 0 .25rem; font-size: 1rem; line-height: 1.5; }
.verdict { font-size: 1.25rem; line-height: 1.5; font-weight: 700; }
.question { font-weight: 700; border-top: 1px solid var(--hair); padding-top: .75rem; }
.noted { padding-inline-start: .75rem; border-inline-start: .25rem solid var(--hair); font-size: .875rem; color: var(--soft); }
.noted > * { margin: 0 !important; font-size: inherit !important; }
.body .to-do { list-style: none; padding: 0; } .to-do label { display: flex; gap: .5rem; align-items: start; min-height: 2.75rem; padding-block: .25rem; }
input[type="checkbox"] { width: 1.5rem; height: 1.5rem; margin: .25rem 0 0; flex: none; accent-color: var(--accent); }
.to-do :checked + span { color: var(--soft); text-decoration: line-through; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; vertical-align: top; padding: .5rem .5rem .5rem 0; border-bottom: 1px solid var(--hair); font-weight: 400; } td { font-weight: 600; } td time { white-space: nowrap; }
a { color: var(--link); text-underline-offset: .2em; } .tel { white-space: nowrap; }
.read:has(rt) { line-height: 2.25; } time:has(rt) { white-space: normal !important; }
rt { font-size: .5em; line-height: 1.2; font-weight: 400; -webkit-user-select: none; user-select: none; }
summary { display: flex; flex-wrap: wrap; align-items: center; gap: 0 .75rem; min-height: 2.75rem; cursor: pointer; }
summary::before { content: "▸"; } [open] > summary::before { content: "▾"; }
.folded { border-top: 1px solid var(--hair); margin-bottom: 0 !important; } .folded summary { font-weight: 600; } .folded ul { margin: 0 0 .75rem; }
.sources { width: 100%; font-size: .875rem; line-height: 1.5; color: var(--soft); }
.sources ul { margin: 0; padding-inline-start: 1.5rem; } .sources li { margin-bottom: .5rem; } .sources li span, .sources cite { display: block; } .sources cite { font-style: normal; color: var(--ink); }
.foot { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; width: 100%; font-size: .875rem; line-height: 1.5; color: var(--soft); }
.when { font-size: .875rem; line-height: 1.5; color: var(--soft); white-space: nowrap; }
.tools, .feedback { display: flex; flex-wrap: wrap; align-items: center; } .tools p { margin: 0; } .tools svg { width: 1.25rem; height: 1.25rem; }
.urgent .body { border: 2px solid var(--alarm); background: var(--alarm-ground); }
.alarm { margin: 0; } .alarm a { display: inline-flex; align-items: center; min-height: 3.5rem; padding: .25rem 1.5rem; border-radius: 1rem; background: #b3001b; color: #fff; font-size: 1.5rem; font-weight: 700; text-decoration: none; letter-spacing: .05em; }
.alarm a::before { content: "☎" / ""; margin-inline-end: .5rem; }
.date-entry { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem; width: 100%; } .date-entry label { display: grid; min-width: 0; } .date-entry label span { font-size: .875rem; line-height: 1.5; }
.date-entry input { max-width: 100%; min-width: 0; min-height: 2.75rem; padding: .25rem .75rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--paper); }
.pending .body { opacity: .75; } .unsent { display: flex; flex-wrap: wrap; align-items: center; justify-content: end; gap: .5rem; margin: 0; color: var(--alarm); }
.typing { display: flex; gap: .5rem; padding: 1rem .5rem 0; } .typing i { width: .5rem; height: .5rem; border-radius: 50%; background: var(--soft); animation: beat 1.2s infinite; } .typing i:nth-child(2) { animation-delay: .2s; } .typing i:nth-child(3) { animation-delay: .4s; }
@keyframes beat { 0%, 60%, 100% { opacity: .3; } 30% { opacity: 1; } }
@media (prefers-reduced-motion: reduce) { .typing i { animation: none; opacity: .7; } }
@media (forced-colors: active) { .body, .alarm a { border: 2px solid; } .typing i { background: CanvasText; } }
`);
