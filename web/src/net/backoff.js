const FIRST_MS = 500;
const LONGEST_MS = 10_000;

/**
 * How long to wait before the next attempt: doubles up to 10 s; half of it is chance, so that the players of a
 * lost node do not come back all at once.
 *
 * @param {number} attempt from 0
 * @param {() => number} random in [0, 1)
 * @returns {number} milliseconds
 */
export function backoff(attempt, random = Math.random) {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(full / 2 + (full / 2) * random());
}

/**
 * The same for another socket beside one that is open: nobody waits meanwhile, so soon, but never all at once.
 *
 * @param {number} attempt from 0
 * @param {() => number} random in [0, 1)
 * @returns {number} milliseconds, at most 1 s
 */
export function quickly(attempt, random = Math.random) {
  const full = Math.min(1_000, 50 * 2 ** Math.min(attempt, 10));
  return Math.round(full / 2 + (full / 2) * random());
}
