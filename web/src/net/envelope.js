/** The envelope of every message: see section 2 of the wire protocol. */

/** @typedef {{event: string, data: Record<string, any>, seq?: import('./progress.js').Seq}} Frame */

/**
 * @param {string} event
 * @param {Record<string, any>} data
 * @param {number} sequence from 1 on each connection
 * @param {number} [command] tells a command that is sent again from a new one
 * @returns {string}
 */
export function encode(event, data, sequence, command) {
  return JSON.stringify({ event, data, sequence, command, timestamp: Date.now(), id: uniqueId() });
}

/**
 * @param {unknown} text
 * @returns {Frame | null} null for anything that is not a frame
 */
export function decode(text) {
  if (typeof text !== 'string') return null;
  try {
    const frame = JSON.parse(text);
    if (typeof frame?.event !== 'string') return null;
    const data = frame.data;
    const read = { event: frame.event, data: data && typeof data === 'object' ? data : {} };
    return typeof frame.seq?.epoch === 'number' ? { ...read, seq: frame.seq } : read;
  } catch {
    return null;
  }
}

// crypto.randomUUID exists on https and localhost only; a game in the local network is plain http.
export function uniqueId() {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
