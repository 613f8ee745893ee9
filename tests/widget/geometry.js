// What of the chat is cut, covered, out of reach or scrolls beside the one place that scrolls. Empty where all is well.
() => {
  const root = document.querySelector("madoguchi-chat").shadowRoot;
  const panel = root.querySelector(".panel");
  const outer = root.querySelector(".frame");
  const scroll = getComputedStyle(outer).overflowY === "auto" ? outer : root.querySelector(".view");
  const shown = (element) => element.getClientRects().length > 0 && !element.closest(".unseen");
  const named = (problem, element) => `${problem}: ${element.outerHTML.slice(0, 90)}`;
  const found = [];

  const frame = panel.getBoundingClientRect();
  const all = [...panel.querySelectorAll("*:not(rt, rp, path, option)")].filter(shown);
  for (const element of all) {
    const box = element.getBoundingClientRect();
    if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(named("cut", element));
    const { overflowY, overflowX } = getComputedStyle(element);
    const scrolls = ["auto", "scroll"].includes(overflowY) && element.scrollHeight > element.clientHeight + 1;
    if (scrolls && element !== scroll) found.push(named("scrolls by itself", element));
    const clips = ["hidden", "clip"].includes(overflowX) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
    if (clips && element !== scroll) found.push(named("clipped", element));
  }
  if (frame.left < -1 || frame.top < -1 || frame.right > innerWidth + 1 || frame.bottom > innerHeight + 1) found.push(named("outside", panel));
  if (scroll.scrollWidth > scroll.clientWidth) found.push(named("scrolls sideways", scroll));

  const place = scroll.scrollTop;
  const controls = all.filter((element) => element.matches("button:not(.hint), a, summary, input, textarea"));
  for (const control of controls) {
    control.scrollIntoView({ block: "center", behavior: "instant" });
    const box = control.getClientRects()[0];
    const whole = box.left >= frame.left - 1 && box.right <= frame.right + 1 && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
    if (!whole && box.height <= frame.height) found.push(named("out of reach", control));
    const hit = root.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    if (!hit || !(control.contains(hit) || hit.closest(".hint") || hit.contains(control) && hit.matches("label"))) found.push(named("covered", control));
  }
  controls.forEach((one, number) => {
    for (const other of controls.slice(number + 1)) {
      if (one.contains(other) || other.contains(one) || one.closest(".bar, .end") !== other.closest(".bar, .end")) continue;
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) found.push(named("overlaps", one));
    }
  });
  scroll.scrollTop = place;
  return found;
}
