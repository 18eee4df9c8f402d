const MOST_LETTERS = 280;

export class Board {
  messages = [];

  all() {
    return this.messages;
  }

  /** BD1, BD2 */
  put(message) {
    this.messages.push(message);
    while (this.letters() > MOST_LETTERS) this.messages.shift();
  }

  letters() {
    return this.messages.join("").length;
  }
}
