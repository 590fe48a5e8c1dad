/** The envelope of every message: see section 2 of the wire protocol. */

/**
 * @typedef {{event: string, data: Record<string, any>, seq?: import('./progress.js').Seq, command?: number}} Frame
 * `command`: the number of the command that an error answers; an error without one answers none.
 */

/**
 * @param {string} event
 * @param {Record<string, any>} data
 * @param {number} sequence from 1 on each connection
 * @param {number} [command] tells one that is sent again from a new one
 * @param {string} [id] the same if the message is sent again
 * @returns {string}
 */
export function encode(event, data, sequence, command, id = uniqueId()) {
  return JSON.stringify({ event, data, sequence, command, timestamp: Date.now(), id });
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
    if (typeof frame.seq?.epoch === 'number') read.seq = frame.seq;
    if (typeof frame.command === 'number') read.command = frame.command;
    return read;
  } catch {
    return null;
  }
}

// crypto.randomUUID exists on https and localhost only; a game in the local network is plain http.
export function uniqueId() {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
