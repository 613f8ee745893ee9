// A message read aloud by the browser's own voices, in the message's language. One at a time.
import { icon } from "./dom.js";
import { iconButton } from "./icon-button.js";
import { ICONS } from "./icons.js";

/** @type {(() => void) | null} */
let silence = null;

/** Stop what is being read. */
export function hush() {
  silence?.();
}

/**
 * @param {string} text
 * @param {string} language the voice's, as BCP 47
 * @param {import("./texts.js").Tongue} tongue
 * @returns {HTMLButtonElement | ""} nothing where the browser can't speak
 */
export function readAloud(text, language, tongue) {
  if (!("speechSynthesis" in window)) return "";
  const button = iconButton(ICONS.read, () => (button.ariaPressed === "true" ? hush() : start()), tongue.label("read_aloud"));
  const show = (/** @type {boolean} */ on) => {
    button.ariaPressed = String(on);
    button.replaceChildren(icon(on ? ICONS.stop : ICONS.read));
  };
  const start = () => {
    hush();
    const words = Object.assign(new SpeechSynthesisUtterance(text), { lang: language });
    const stop = () => {
      speechSynthesis.cancel();
      show(false);
      silence = null;
    };
    words.onend = words.onerror = () => silence === stop && stop();
    silence = stop;
    show(true);
    speechSynthesis.speak(words);
  };
  show(false);
  return button;
}
