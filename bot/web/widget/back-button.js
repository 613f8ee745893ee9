// A phone's back button closes what fills the screen, instead of leaving the page.
import { MARK, isMarked } from "./history-mark.js";
import { isSheet } from "./screen.js";

export class BackButton {
  /** @param {() => void} close */
  constructor(close) {
    this._close = close;
    this._armed = false;
    this._left = () => this._armed && !isMarked() && this._leave();
    addEventListener("popstate", this._left);
  }

  /** Something fills the screen. */
  arm() {
    if (!isSheet()) return;
    if (!isMarked()) history.pushState({ ...history.state, [MARK]: true }, "");
    this._armed = true;
  }

  /** It was closed in another way. */
  disarm() {
    if (!this._armed) return;
    this._armed = false;
    history.back();
  }

  /** Hear of nothing any more. */
  release() {
    removeEventListener("popstate", this._left);
  }

  _leave() {
    this._armed = false;
    this._close();
  }
}
