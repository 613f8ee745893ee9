// Every style sheet of the open chat.
import { messageSheet } from "./style-message.js";
import { panelSheet } from "./style-panel.js";
import { paperSheet } from "./style-paper.js";

export const chatSheets = [panelSheet, messageSheet, paperSheet];
