// How long to wait before something is tried again: longer each time, and not at all once the network is back.
const FIRST_MILLISECONDS = 2000;
const LONGEST_MILLISECONDS = 15000;

/**
 * @param {number} attempt how often it was tried before
 * @returns {Promise<void>}
 */
export function pause(attempt) {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, Math.min(FIRST_MILLISECONDS * 2 ** attempt, LONGEST_MILLISECONDS));
    addEventListener("online", go);
  });
}
