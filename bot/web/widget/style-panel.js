// How the panel is laid out: the conversation scrolls between bar and end; where the screen is low, all of it scrolls as one.
// Spacing is .25, .5, .75, 1 or 1.5; type .875, 1, 1.25 or 1.5.
import { SHEET } from "./screen.js";
import { sheetOf } from "./sheet-of.js";

// Seen by screen readers only.
const UNSEEN = "position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;";

export const panelSheet = sheetOf(`
:host { --soft: #4a5763; --ground: #f3f6f8; --hair: #dbe2e8; --mine: #e0eef7; --alarm: #b3001b; --alarm-ground: #fff0f0; }
@media (prefers-color-scheme: dark) { :host { --soft: #b9c5cf; --ground: #0e151c; --hair: #2c3945; --mine: #1d3d55; --alarm: #ff9aa2; --alarm-ground: #3b1216; } }
input, select, textarea { font: inherit; color: inherit; }
.unseen { ${UNSEEN} }
.panel { container: chat / size; width: min(26em, calc(100vw - 2rem)); height: min(44em, calc(100dvh - 2rem)); overflow: hidden;
  font-size: 1.0625rem; line-height: 1.75; color: var(--ink); background: var(--ground); border: 1px solid var(--hair); border-radius: 1rem; box-shadow: 0 12px 48px #0005; }
.panel[data-size="1"] { font-size: 1.3rem; } .panel[data-size="2"] { font-size: 1.6rem; }
.panel:lang(ne), .panel:lang(vi) { line-height: 1.85; }
.frame { --madoguchi-unit: 1em; height: 100%; display: flex; flex-direction: column; overflow: hidden; overflow-wrap: anywhere; }
.view { flex: 1; min-height: 0; display: flex; flex-direction: column; overflow: hidden auto; overscroll-behavior: contain; scrollbar-width: thin; }
.bar { position: relative; z-index: 2; box-shadow: 0 1px var(--accent); display: flex; align-items: center; padding: .25rem; color: var(--on-accent); background: var(--accent); }
.bar :focus-visible, .names :focus-visible { outline-color: var(--on-accent); outline-offset: -3px; }
.round { display: grid; place-items: center; flex: none; width: var(--button, 2.75rem); height: 2.75rem; padding: 0; border: 0; border-radius: 50%; background: transparent; }
.round:hover, .pill:hover { background: color-mix(in srgb, currentColor 15%, transparent); }
.pill { display: flex; align-items: center; gap: .25rem; min-height: 2.75rem; min-width: var(--button, 2.75rem); padding: 0 .25rem; border: 0; border-radius: 1.5rem; background: transparent; font-size: .875rem; font-weight: 600; text-align: start; line-height: 1.25; }
.size { display: flex; align-items: baseline; justify-content: center; line-height: 2.75rem; font-weight: 700; font-size: .875rem; } .size span + span { font-size: 1.25rem; }
.furigana { font-weight: 700; line-height: 1; } .furigana::before { content: "かん" / ""; font-size: .625rem; } .furigana[aria-pressed="true"] { color: var(--accent); background: var(--on-accent); }
.call { flex: none; margin-inline-start: auto; } .call a { display: flex; align-items: center; justify-content: center; gap: .25rem; min-width: var(--button, 2.75rem); min-height: 2.75rem; color: inherit; font-weight: 600; text-decoration: none; }
.names { position: sticky; top: 0; z-index: 1; padding: .25rem 1rem .75rem; color: var(--on-accent); background: var(--accent); }
h2 { margin: 0; font-size: 1.25rem; line-height: 1.4; font-weight: 700; text-wrap: balance; }
.whose { display: flex; flex-wrap: wrap; gap: 0 .75rem; margin: 0; font-size: .875rem; line-height: 1.5; }
.talk { flex: 1 0 auto; padding: 1rem; } .talk:focus-visible { outline-offset: -4px; }
.state { margin: 0; color: var(--soft); } .state:empty { display: none; }
.sheet { flex: 1 0 auto; display: grid; align-content: start; gap: 1rem; padding: 1rem; background: var(--paper); }
.sheet h3 { margin: 0; font-size: 1.25rem; line-height: 1.4; } .sheet h3:focus { outline: none; }
.sheet p { margin: 0; } .sheet .line { display: grid; gap: .5rem; justify-items: start; }
.card { display: flex; flex-wrap: wrap; gap: 0 .75rem; }
.sheet button, .choices button, .date-entry button, .unsent button { min-height: 2.75rem; min-width: 2.75rem; padding: .5rem 1rem; border: 1.5px solid var(--link); border-radius: .75rem; background: var(--paper); color: var(--link); font-weight: 600; line-height: 1.5; text-align: start; }
.sheet button:hover, .choices button:hover { background: var(--ground); }
.sheet button[aria-current] { color: var(--on-accent); background: var(--accent); border-color: var(--edge, var(--accent)); }
.sheet .danger { color: var(--alarm); border-color: var(--alarm); }
.choices { display: flex; flex-wrap: wrap; gap: .5rem; }
.end { flex: none; background: var(--paper); border-top: 1px solid var(--hair); }
.hint { display: flex; align-items: center; justify-content: center; gap: .25rem; width: 100%; min-height: 2.75rem; padding: .25rem 1rem; border: 0; border-bottom: 1px solid var(--hair); font-size: .875rem; line-height: 1.5; font-weight: 600; color: var(--link); background: var(--ground); }
.notice:not(:empty) { padding: .5rem 1rem; background: var(--paper); border-top: 1px solid var(--line); }
.composer { display: flex; align-items: end; gap: .5rem; padding: .5rem; background: var(--paper); }
textarea { flex: 1; min-width: 0; min-height: 2.75rem; max-height: 9rem; resize: none; field-sizing: content; padding: .5rem .75rem; line-height: 1.5; border: 1px solid var(--line); border-radius: .75rem; background: var(--paper); }
textarea::placeholder { color: var(--soft); opacity: 1; }
.send { display: grid; place-items: center; flex: none; padding: 0; width: 2.75rem; height: 2.75rem; border: 1px solid var(--edge, var(--accent)); border-radius: .75rem; background: var(--accent); color: var(--on-accent); } .send:hover { filter: brightness(1.1); }
@container chat (max-width: 24em) { .call span { display: none; } }
@container chat (max-width: 20em) { .bar { --button: 2.6rem; } }
@container chat (max-width: 16em) { .bar { --button: min(2.25rem, (100cqw - .5rem) / 6); } .pill { justify-content: center; padding: 0; } .pill span { ${UNSEEN} } }
@container chat (max-height: 30em) { .names { position: static; } }
@container chat (max-height: 30em) and (min-width: 24em) {
  .end { display: grid; grid-template-columns: auto minmax(0, 1fr); } .notice { grid-area: 1 / 1 / auto / -1; } .composer { grid-area: 2 / 2; } .hint { grid-area: 2 / 1; align-self: end; width: 2.75rem; margin: .5rem 0 .5rem .5rem; padding: 0; border: 1px solid var(--line); border-radius: .75rem; }
  .hint span { ${UNSEEN} }
}
@container chat (max-height: 16em) {
  .frame { overflow: hidden auto; overscroll-behavior: contain; } .view { flex: none; overflow: visible; } textarea { max-height: none; }
  .end { display: contents; } .hint { order: 1; position: sticky; bottom: .25rem; align-self: end; flex: none; width: 2.75rem; margin: -3rem .5rem .25rem; padding: 0; border: 1px solid var(--line); border-radius: .75rem; }
  .hint span { ${UNSEEN} }
}
@media ${SHEET} {
  :host([open]) { inset: 0 !important; }
  .panel { width: 100%; height: 100dvh; border: 0; border-radius: 0; }
}
@media (forced-colors: active) { .send, .hint { border: 2px solid; } .bar { border-bottom: 1px solid; } }
`);
