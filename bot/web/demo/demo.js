// Builds the snippet that a site embeds, and shows what it does on this page.
export {};

const NAME = "madoguchi-chat";
const builder = /** @type {HTMLFormElement} */ (document.querySelector("#builder"));
const snippet = /** @type {HTMLElement} */ (document.querySelector("#snippet"));
const DEFAULTS = /** @type {Record<string, string>} */ ({ color: "#0b5a83", position: "right", greeting: "" });

/** @returns {[string, string][]} what differs from the defaults */
function chosen() {
  const entries = /** @type {[string, string][]} */ ([...new FormData(builder)]);
  return entries.filter(([key, value]) => value !== DEFAULTS[key]);
}

/** @param {string} value */
function quoted(value) {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function show() {
  const attributes = chosen().map(([key, value]) => ` data-${key}="${quoted(value)}"`).join("");
  snippet.textContent = `<script src="${new URL("widget.js", location.href)}"${attributes} defer></script>`;
  const chat = document.querySelector(NAME);
  for (const [key, value] of new FormData(builder)) {
    if (value === DEFAULTS[key]) chat?.removeAttribute(key);
    else chat?.setAttribute(key, String(value));
  }
}

async function languages() {
  const { languages: spoken, default_language: first } = await (await fetch("api/chat/config")).json();
  const select = /** @type {HTMLSelectElement} */ (builder.elements.namedItem("language"));
  select.replaceChildren(...spoken.map((/** @type {{id: string, name: string}} */ { id, name }) => new Option(name, id, id === first, id === first)));
}

builder.addEventListener("input", show);
builder.addEventListener("submit", (event) => event.preventDefault());
document.querySelector("#open")?.addEventListener("click", () => /** @type {any} */ (document.querySelector(NAME))?.open());
document.querySelector("#copy")?.addEventListener("click", async () => {
  await navigator.clipboard.writeText(snippet.textContent ?? "");
  const said = document.querySelector("#copied");
  if (said) said.textContent = "コピーしました / Copied";
});
await languages();
await customElements.whenDefined(NAME);
show();
