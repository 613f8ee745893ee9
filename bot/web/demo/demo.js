// Builds the line that a site embeds, and shows what it does on this page.
import { theme } from "../widget/colour.js";
import { copy } from "../widget/paper.js";

const NAME = "madoguchi-chat";
const builder = /** @type {HTMLFormElement} */ (document.querySelector("#builder"));
const snippet = /** @type {HTMLElement} */ (document.querySelector("#snippet"));
const copied = /** @type {HTMLElement} */ (document.querySelector("#copied"));
const shades = /** @type {HTMLElement} */ (document.querySelector("#shades"));
const DEFAULTS = /** @type {Record<string, string>} */ ({ color: "#0b5a83", position: "right", greeting: "" });

/** @returns {[string, string][]} what differs from the defaults; a box that is ticked has its own value or none */
function chosen() {
  const entries = /** @type {[string, string][]} */ ([...new FormData(builder)]);
  return entries.filter(([key, value]) => value !== DEFAULTS[key]);
}

/** @param {string} value */
function quoted(value) {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** @param {[string, string]} attribute */
function written([key, value]) {
  return value ? ` data-${key}="${quoted(value)}"` : ` data-${key}`;
}

function show() {
  const attributes = chosen();
  snippet.textContent = `<script src="${new URL("widget.js", location.href)}"${attributes.map(written).join("")} defer></script>`;
  copied.textContent = "";
  showShades();
  const chat = document.querySelector(NAME);
  const given = new Map(attributes);
  for (const key of ["language", "color", "position", "greeting"]) {
    if (given.has(key)) chat?.setAttribute(key, given.get(key) ?? "");
    else chat?.removeAttribute(key);
  }
}

function showShades() {
  const { accent, "on-accent": onAccent, "link-light": light, "link-dark": dark } = theme(String(new FormData(builder).get("color"))) ?? {};
  const samples = [["見出しと送るボタン", onAccent, accent], ["明るい画面のボタン", light, "#ffffff"], ["暗い画面のボタン", dark, "#16202a"]];
  shades.replaceChildren(...samples.map(([name, ink, paper]) => {
    const sample = document.createElement("li");
    sample.textContent = name;
    sample.style.color = ink;
    sample.style.backgroundColor = paper;
    return sample;
  }));
}

async function offerLanguages() {
  const every = await (await fetch("demo/languages.json")).json();
  const select = /** @type {HTMLSelectElement} */ (builder.elements.namedItem("language"));
  select.replaceChildren(...every.map((/** @type {{id: string, name: string, answers: boolean}} */ { id, name, answers }) =>
    new Option(answers ? name : `${name}（画面のことばだけ）`, id, id === "ja", id === "ja")));
}

builder.addEventListener("input", show);
builder.addEventListener("submit", (event) => event.preventDefault());
for (const button of document.querySelectorAll("[data-opens-chat]")) {
  button.addEventListener("click", () => /** @type {any} */ (document.querySelector(NAME))?.open());
}
document.querySelector("#copy")?.addEventListener("click", () => {
  copy(snippet.textContent ?? "").then(() => { copied.textContent = "コピーしました"; }, () => {
    getSelection()?.selectAllChildren(snippet);
    copied.textContent = "コピーできませんでした。選ばれた1行を、手でコピーしてください。";
  });
});
Promise.all([offerLanguages(), customElements.whenDefined(NAME)]).then(show);
