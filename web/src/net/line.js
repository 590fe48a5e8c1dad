import { decode, encode } from './envelope.js';

/** One socket, in the envelope of the protocol: numbers what is said on it. */
export class Line {
  #socket;
  #sequence = 0;

  /**
   * @param {WebSocket} socket
   * @param {object} listener
   * @param {(line: Line) => void} listener.onOpen
   * @param {(line: Line, frame: import('./envelope.js').Frame | null) => void} listener.onFrame null for what is none
   * @param {(line: Line, code: number) => void} listener.onClose
   */
  constructor(socket, listener) {
    this.#socket = socket;
    socket.onopen = () => listener.onOpen(this);
    socket.onmessage = (message) => listener.onFrame(this, decode(message.data));
    socket.onclose = (event) => listener.onClose(this, event.code);
  }

  get isOpen() {
    return this.#socket.readyState === 1;
  }

  /** @returns {boolean} false if it is not open */
  send(event, data, command, id) {
    if (!this.isOpen) return false;
    this.#socket.send(encode(event, data, ++this.#sequence, command, id));
    return true;
  }

  close() {
    if (this.#socket.readyState < 2) this.#socket.close(1000);
  }
}
