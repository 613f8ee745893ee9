// The entry: defines the custom element. A page may have taken the name already; then another is used.
import { ChatElement } from "./chat-element.js";

const NAME = "madoguchi-chat";

/** @returns {string} the name that the element got */
function define() {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? NAME : `${NAME}-${number}`;
    if (customElements.get(name)) continue;
    customElements.define(name, ChatElement);
    return name;
  }
}

export const name = define();
