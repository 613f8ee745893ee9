// The one file that a site embeds. It loads the widget of the version that the server has, and puts it on the page.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const server = new URL(".", script.src).href.replace(/\/$/, "");
  import(`${server}/widget/__HASH__/widget.js`).then(({ name }) => {
    if (script.dataset.place === "own") return;
    const chat = document.createElement(name);
    chat.setAttribute("server", server);
    for (const [key, value] of Object.entries(script.dataset)) chat.setAttribute(key, value ?? "");
    document.body.append(chat);
  });
})();
