// How one message looks on paper, under the insurer's name.
import { sheetOf } from "./sheet-of.js";

export const paperSheet = sheetOf(`
@media print {
  :host { position: static !important; --ink: #000; --paper: #fff; --ground: #fff; --soft: #333; --link: #000; }
  .bar > :not(.call), .end, .sheet, .tools, .choices, .message:not(.printing), .typing, .state, .hint, rt { display: none !important; }
  .panel { container: none; width: auto; height: auto; border: 0; box-shadow: none; overflow: visible; background: none; } .frame, .view { display: flex; height: auto; overflow: visible; }
  .bar, .names { position: static; padding: 0 1rem; color: #000; background: none; } .call { margin: 0; } .call span { display: inline !important; }
}
`);
