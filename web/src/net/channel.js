import { backoff } from './backoff.js';
import { decode, encode } from './envelope.js';

const PING_EVERY_MS = 30_000;
const CONNECT_LIMIT_MS = 10_000;
const SILENCE_LIMIT_MS = 10_000;

/**
 * @typedef {'connecting' | 'open' | 'waiting' | 'stopped'} LinkState
 * `waiting`: lost, the next attempt is set. `stopped`: the server closed with 1000, it does not want us back.
 * @typedef {object} Listener
 * @property {() => void} onOpen  say who we are, on every connection
 * @property {(frame: import('./envelope.js').Frame) => void} onFrame
 * @property {(state: LinkState) => void} onLink
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

/** One channel (`lobby` or a room) over as many sockets as it takes. */
export class Channel {
  #socket = null;
  #sequence = 0;
  #attempt = 0;
  #postponed = 0;
  #timers = { ping: null, limit: null, retry: null };

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
    this.#sequence = 0;
    this.listener.onLink('connecting');
    const socket = this.around.connect(this.url);
    this.#socket = socket;
    this.#set('limit', CONNECT_LIMIT_MS, () => this.#lost(socket));
    socket.onopen = () => socket === this.#socket && this.#opened();
    socket.onmessage = (message) => socket === this.#socket && this.#received(message.data);
    socket.onclose = (event) => socket === this.#socket && (event.code === 1000 ? this.#stopped() : this.#lost(socket));
  }

  /**
   * @param {string} event
   * @param {Record<string, any>} data
   * @param {number} [command] its number over all connections
   * @returns {boolean} false when there is no connection: nothing is kept for later
   */
  send(event, data = {}, command = undefined) {
    if (this.#socket?.readyState !== 1) return false;
    this.#socket.send(encode(event, data, ++this.#sequence, command));
    return true;
  }

  /** The server goes away in order and says when to come back. */
  postpone(ms) {
    this.#postponed = Math.max(0, ms);
  }

  /** Leaves for good. */
  close() {
    this.#drop();
  }

  #opened() {
    this.#attempt = 0;
    this.#clear('limit');
    this.listener.onLink('open');
    this.listener.onOpen();
    this.#pingLater();
  }

  #received(text) {
    this.#clear('limit');
    const frame = decode(text);
    if (frame && frame.event !== 'pong') this.listener.onFrame(frame);
  }

  #pingLater() {
    this.#set('ping', PING_EVERY_MS, () => {
      const socket = this.#socket;
      this.send('ping', { timestamp: Date.now() });
      // A dead network tells nobody: without any answer the socket counts as lost.
      this.#set('limit', SILENCE_LIMIT_MS, () => this.#lost(socket));
      this.#pingLater();
    });
  }

  #lost(socket) {
    if (socket !== this.#socket) return;
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
    const socket = this.#socket;
    this.#socket = null;
    if (socket && socket.readyState < 2) socket.close(1000);
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
