import { backoff, quickly } from './backoff.js';
import { Line } from './line.js';

const PING_EVERY_MS = 30_000;
const CONNECT_LIMIT_MS = 10_000;
const SILENCE_LIMIT_MS = 10_000;
/** For answers that are on their way to a socket that we leave. */
const LAST_WORDS_MS = 2_000;

/**
 * @typedef {'connecting' | 'open' | 'waiting' | 'stopped'} LinkState
 * `waiting`: lost, the next attempt is set. `stopped`: the server closed with 1000, it does not want us back.
 * @typedef {object} Listener
 * @property {() => void} onOpen  say who we are, on every connection
 * @property {(frame: import('./envelope.js').Frame) => void} onFrame
 * @property {(state: LinkState) => void} onLink
 * @property {(frame: import('./envelope.js').Frame) => boolean} isWhole  whether we have seen everything with this frame
 * @property {() => void} onDoubt  what was said lately may be lost: ask for it on the socket that is left
 * @typedef {object} Surroundings what tests replace
 * @property {(url: string) => WebSocket} connect
 * @property {(run: () => void, ms: number) => any} after
 * @property {(timer: any) => void} cancel
 */

/** @type {Surroundings} */
const BROWSER = {
  connect: (url) => new WebSocket(url, 'liap.v2'),
  after: (run, ms) => setTimeout(run, ms),
  cancel: (timer) => clearTimeout(timer),
};

/** Of the next socket: whether there is to be one, whether we spoke there, whether it has shown everything. */
const STAYS = { leaving: false, spoke: false, whole: false };

/**
 * One channel (`lobby` or a room) over as many sockets as it takes; over two of them while the server moves us: the next
 * one is opened beside the current one, and takes its place when it has shown everything. Nobody sees that.
 */
export class Channel {
  #line = null;
  #next = null;
  #held = [];
  #former = null;
  #move = STAYS;
  #inStep = false;
  #attempt = 0;
  #postponed = 0;
  #timers = { ping: null, limit: null, retry: null, next: null, former: null };

  /**
   * @param {string} name
   * @param {string} url
   * @param {Listener} listener
   * @param {Surroundings} around
   */
  constructor(name, url, listener, around = BROWSER) {
    this.name = name;
    this.url = url;
    this.listener = listener;
    this.around = around;
  }

  /** Connects now; also out of turn, when the network is back or the player asks. */
  open() {
    this.#drop();
    this.listener.onLink('connecting');
    const line = this.#connect();
    this.#line = line;
    this.#set('limit', CONNECT_LIMIT_MS, () => this.#lost(line));
  }

  /** Opens another socket beside this one, because its server goes; tries until it has one, or this one is closed. */
  moveOn() {
    if (this.#move.leaving || !this.#line?.isOpen) return;
    this.#move = { ...STAYS, leaving: true };
    this.#attempt = 0;
    this.#openNext();
  }

  /** @returns {boolean} whether we still speak to a server that goes */
  get isLeaving() {
    return this.#move.leaving && !this.#next?.isOpen;
  }

  /**
   * @param {string} event
   * @param {Record<string, any>} data
   * @param {number} [command] its number over all connections
   * @param {string} [id] of a message that may be sent again
   * @returns {boolean} false when there is no connection: nothing is kept for later
   */
  send(event, data = {}, command = undefined, id = undefined) {
    const line = this.#next?.isOpen ? this.#next : this.#line;
    return line?.send(event, data, command, id) ?? false;
  }

  /** The server goes away in order and says when to come back. */
  postpone(ms) {
    this.#postponed = Math.max(0, ms);
  }

  /** Leaves for good. */
  close() {
    this.#drop();
  }

  #connect() {
    return new Line(this.around.connect(this.url), {
      onOpen: (line) => this.#opened(line),
      onFrame: (line, frame) => this.#received(line, frame),
      onClose: (line, code) => this.#closed(line, code),
    });
  }

  #opened(line) {
    if (line === this.#next) {
      this.#move.spoke = true;
      // The server takes what we say there after it has shown us everything
      this.listener.onOpen();
    } else if (line === this.#line) {
      this.#attempt = 0;
      this.#clear('limit');
      this.listener.onLink('open');
      this.listener.onOpen();
      this.#pingLater();
    }
  }

  #received(line, frame) {
    if (line === this.#former) {
      this.#tell(frame);
    } else if (line === this.#next) {
      this.#held.push(frame);
      if (frame && this.listener.isWhole(frame)) this.#move.whole = true;
    } else if (line === this.#line) {
      this.#clear('limit');
      if (frame?.seq) this.#inStep = frame.seq.more === true;
      if (!this.#isAnsweredTwice(frame)) this.#tell(frame);
    }
    // Not in the middle of what is shown here
    if (this.#next && this.#move.whole && !this.#inStep) this.#changeOver();
  }

  #tell(frame) {
    if (frame && frame.event !== 'pong') this.listener.onFrame(frame);
  }

  /** In a room what we asked here is answered there too; here perhaps only that we are playing there by now. */
  #isAnsweredTwice(frame) {
    return this.name !== 'lobby' && this.#next?.isOpen && ['ack', 'error'].includes(frame?.event);
  }

  #openNext() {
    this.#held = [];
    this.#move.whole = false;
    const next = this.#connect();
    this.#next = next;
    this.#set('next', CONNECT_LIMIT_MS, () => this.#closed(next, 1006));
  }

  #nextFailed(next) {
    this.#next = null;
    next.close();
    if (this.#move.spoke) this.listener.onDoubt();
    this.#set('next', quickly(this.#attempt), () => this.#openNext());
    this.#attempt += 1;
  }

  /** The next socket takes over. In the lobby the one before is heard for a while: its answers come nowhere else. */
  #changeOver() {
    const before = this.#line;
    const held = this.#held;
    this.#former?.close();
    this.#former = null;
    this.#line = this.#next;
    this.#stay();
    this.#attempt = 0;
    Object.keys(this.#timers).forEach((name) => this.#clear(name));
    this.#pingLater();
    if (this.name === 'lobby') {
      this.#former = before;
      this.#set('former', before.isOpen ? LAST_WORDS_MS : 0, () => this.#leaveFormer());
    } else {
      before.close();
    }
    held.forEach((frame) => this.#tell(frame));
  }

  #leaveFormer() {
    this.#former.close();
    this.#former = null;
    this.listener.onDoubt();
  }

  /** There is no next socket, and none is wanted. */
  #stay() {
    this.#next = null;
    this.#held = [];
    this.#move = { ...STAYS };
    this.#inStep = false;
  }

  #pingLater() {
    this.#set('ping', PING_EVERY_MS, () => {
      const line = this.#line;
      line.send('ping', { timestamp: Date.now() });
      // A dead network tells nobody: without any answer the socket counts as lost.
      this.#set('limit', SILENCE_LIMIT_MS, () => this.#closed(line, 1006));
      this.#pingLater();
    });
  }

  #closed(line, code) {
    if (line === this.#former) {
      this.#clear('former');
      this.#leaveFormer();
    } else if (line === this.#next) {
      if (code === 1000) this.#stopped();
      else this.#nextFailed(line);
    } else if (line === this.#line && this.#next?.isOpen) {
      // Perhaps because of the next one, which will be whole in a moment
      this.#changeOver();
    } else if (line === this.#line && code === 1000 && !this.#move.spoke) {
      this.#stopped();
    } else {
      this.#lost(line);
    }
  }

  #lost(line) {
    if (line !== this.#line) return;
    this.#drop();
    const wait = this.#postponed || backoff(this.#attempt);
    this.#postponed = 0;
    this.#attempt += 1;
    this.listener.onLink('waiting');
    this.#set('retry', wait, () => this.open());
  }

  #stopped() {
    this.#drop();
    this.listener.onLink('stopped');
  }

  #drop() {
    Object.keys(this.#timers).forEach((name) => this.#clear(name));
    const lines = [this.#line, this.#next, this.#former];
    this.#line = this.#former = null;
    this.#stay();
    lines.forEach((line) => line?.close());
  }

  #set(name, ms, run) {
    this.#clear(name);
    this.#timers[name] = this.around.after(run, ms);
  }

  #clear(name) {
    this.around.cancel(this.#timers[name]);
    this.#timers[name] = null;
  }
}
