// How the button on the page looks, and what it shares with the chat: colours, fonts, focus.
import { sheetOf } from "./sheet-of.js";

export const hostSheet = sheetOf(`
:host {
  all: initial !important; display: block !important; position: fixed !important; z-index: 2147483000 !important;
  inset: auto max(1rem, env(safe-area-inset-right)) max(1rem, env(safe-area-inset-bottom)) auto !important;
  font-family: "BIZ UDPGothic", "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", Meiryo, system-ui, sans-serif !important;
  --ink: #16202a; --paper: #fff; --line: #7b8894; --link: var(--link-light, #0b4f8a); --accent: #0b5a83; --on-accent: #fff;
  color-scheme: light dark !important; font-size: medium !important; --madoguchi-unit: 1em;
}
:host([position="left"]) { inset: auto auto max(1rem, env(safe-area-inset-bottom)) max(1rem, env(safe-area-inset-left)) !important; }
:host([hidden]) { display: none !important; }
@media (prefers-color-scheme: dark) {
  :host { --ink: #eef3f7; --paper: #16202a; --line: #8b99a6; --link: var(--link-dark, #8ecbff); }
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
:lang(ja) { word-break: auto-phrase; }
:lang(zh) { font-family: "PingFang SC", "PingFang TC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; }
:lang(ko) { word-break: keep-all; }
button { font: inherit; color: inherit; cursor: pointer; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
svg { width: 1.5rem; height: 1.5rem; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; flex: none; }
.launching { display: grid; gap: .5rem; justify-items: end; }
.launcher, .word { line-height: 1.5; box-shadow: 0 4px 18px #0006; }
.launcher { display: flex; align-items: center; gap: .5rem; font-size: 1.125rem; font-weight: 600; min-height: 3.5rem; padding: .5rem 1.5rem;
  border: 2px solid var(--on-accent); border-radius: 2rem; background: var(--accent); color: var(--on-accent); }
.launcher:hover { filter: brightness(1.08); }
.word { margin: 0; max-width: 16rem; padding: .5rem 1rem; border-radius: 1rem; color: var(--ink); background: var(--paper); border: 1px solid var(--line); }
.word:empty { display: none; }
@media print { :host(:not([printing])), .launching { display: none !important; } }
`);
