// Arrow keys, Home and End walk through the messages; what is longer than the view is scrolled through first.

const STEPS = /** @type {Record<string, (place: number, last: number) => number>} */ ({
  ArrowUp: (place) => Math.max(0, place - 1),
  ArrowDown: (place, last) => Math.min(last, place + 1),
  Home: () => 0,
  End: (place, last) => last,
});

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement[]} messages
 * @param {import("./scroller.js").Scroller} scroller
 */
export function walk(event, messages, scroller) {
  const step = STEPS[event.key];
  const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
  if (!step || event.altKey || event.ctrlKey || event.metaKey || target.matches("input, select, textarea")) return;
  const here = messages.findIndex((message) => message.contains(target));
  if (here >= 0 && goesOn(event.key, messages[here], scroller)) return;
  const next = messages[here < 0 && event.key.startsWith("Arrow") ? messages.length - 1 : step(here, messages.length - 1)];
  event.preventDefault();
  next?.focus({ preventScroll: true });
  if (next && here >= 0) scroller.reveal(next, event.key === "ArrowUp");
}

/**
 * @param {string} key
 * @param {HTMLElement} message
 * @param {import("./scroller.js").Scroller} scroller
 * @returns {boolean} whether there is more of the message in that direction, which the browser scrolls to by itself
 */
function goesOn(key, message, scroller) {
  const { top, bottom } = scroller.view();
  const box = message.getBoundingClientRect();
  return (key === "ArrowUp" && box.top < top - 1) || (key === "ArrowDown" && box.bottom > bottom + 1);
}
