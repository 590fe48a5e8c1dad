import { uniqueId } from './envelope.js';

/**
 * How far this page has come in one room, over as many sockets as it takes: what it was shown last, and which of its
 * commands has no answer yet. A page that is loaded anew knows nothing and gets everything.
 *
 * @typedef {{epoch: number, frame: number, version: number, full?: boolean, rewound?: boolean, more?: boolean}} Seq
 * @typedef {{number: number, id: string, event: string, data: Record<string, any>, moment: string}} Command
 */
export class Progress {
  #seen = null;
  #count = 0;
  #open = null;
  #sync = 0;

  /** @param {string} session unique among all pages of all browsers */
  constructor(session) {
    this.session = session;
  }

  /** What `client_ready` says beside the name. */
  greeting() {
    return this.#seen ? { session: this.session, seen: this.#seen } : { session: this.session };
  }

  /**
   * A number for a command; its answer is an `ack` with this number.
   *
   * @param {string} moment what the player decides about: told again, it must still be the same decision
   * @returns {Command}
   */
  command(event, data, moment) {
    this.#open = { number: ++this.#count, id: uniqueId(), event, data, moment };
    return this.#open;
  }

  /** A number for a question after whose answer we have seen everything. */
  sync() {
    this.#sync = ++this.#count;
    return this.#sync;
  }

  /** @returns {string | null} the event whose answer is due: an `ack` of its number, whatever else comes meanwhile */
  get waits() {
    return this.#open?.event ?? null;
  }

  /** @returns {Command | null} the command that got no answer on the last socket, of those that may be sent again at once */
  get again() {
    return this.#open;
  }

  /**
   * Takes an `ack`.
   *
   * @returns {Command | null} the command to send again, with its old number: it got no answer on the last socket, and
   *   the player would still decide it now
   */
  answered(number, moment) {
    if (number === this.#open?.number) this.#open = null;
    // What was said after the question is on its way on the same socket
    if (number !== this.#sync || !this.#open || this.#open.number > number) return null;
    if (this.#open.moment !== moment) this.#open = null;
    return this.#open;
  }

  /** A command that could not be sent is not waited for. */
  forget() {
    this.#open = null;
  }

  /** Takes an error: only the one that says it answers our command, and that no `ack` follows, ends the wait. */
  failed(frame) {
    if (frame.data.type === 'unavailable' && frame.command === this.#open?.number) this.#open = null;
  }

  /**
   * @param {Seq | undefined} seq
   * @returns {boolean} whether a step ends with it, and nothing later was shown: over two sockets, the one is where the other is
   */
  reaches(seq) {
    if (!seq || seq.more) return false;
    const seen = this.#seen;
    return !seen || seq.epoch > seen.epoch || (seq.epoch === seen.epoch && seq.frame >= seen.frame);
  }

  /**
   * Takes the position of a frame.
   *
   * @param {Seq | undefined} seq frames that are no part of a step have none
   * @returns {'news' | 'stale' | 'rewound'} stale frames must not be shown, rewound ones not without a word
   */
  took(seq) {
    if (!seq) return 'news';
    const { epoch, frame, version, more, full } = seq;
    const seen = this.#seen;
    // Two sockets tell the same steps for a moment; a full view may be asked for again
    const known = seen && epoch === seen.epoch && (full ? frame < seen.frame : frame <= seen.frame);
    if (known || (seen && epoch < seen.epoch)) return 'stale';
    const lower = seen !== null && version < seen.version;
    if (!more) this.#seen = { epoch, frame, version };
    return lower || seq.rewound ? 'rewound' : 'news';
  }
}
