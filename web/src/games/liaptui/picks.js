/** The selected pieces, by their index in the hand as the server knows it. */
export class Picks {
  #indices = new Set();
  #hand = '';

  /** A changed hand has other indices: the selection of the old one means nothing. */
  keepFor(hand) {
    const now = hand.map((piece) => `${piece.name}${piece.color}`).join();
    if (now !== this.#hand) this.#indices.clear();
    this.#hand = now;
  }

  toggle(index) {
    if (!this.#indices.delete(index)) this.#indices.add(index);
  }

  clear() {
    this.#indices.clear();
  }

  has(index) {
    return this.#indices.has(index);
  }

  get size() {
    return this.#indices.size;
  }

  /** @returns {number[]} rising */
  list() {
    return [...this.#indices].sort((a, b) => a - b);
  }
}
