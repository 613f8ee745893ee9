// Outlines of the chat's icons, 24 by 24.
export const ICONS = {
  close: "M5 5l14 14M19 5L5 19",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  down: "M12 5v14M5 12l7 7 7-7",
  globe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18",
  menu: "M4 7h16M4 12h16M4 17h16",
  no: "M17 14V4H8c-1 0-2 .6-2.3 1.5L4 12c-.4 1.5.5 3 2 3h4l-1 4c-.2 1.2.6 2 1.5 2zM17 14h3V4h-3",
  phone: "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2z",
  print: "M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z",
  read: "M4 9v6h4l5 4V5L8 9zM16 9c1.5 1.5 1.5 4.5 0 6M18.5 6.5c3 3 3 8 0 11",
  send: "M4 12h14M12 5l7 7-7 7",
  stop: "M7 7h10v10H7z",
  yes: "M7 10v10h9c1 0 2-.6 2.3-1.5L20 12c.4-1.5-.5-3-2-3h-4l1-4c.2-1.2-.6-2-1.5-2zM7 10H4v10h3",
};
