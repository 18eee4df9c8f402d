const MOST_LETTERS = 280;

export class Board {
  messages = [];

  all() {
    return this.messages;
  }

  /** BD1, BD2 */
  put(message) {
    this.messages.push(message);
    while (this.letters() > MOST_LETTERS) {
      let at = 0;
      this.messages.forEach((one, i) => {
        if (one.length > (this.messages[at]?.length ?? 0)) at = i;
      });
      this.messages.splice(at, 1);
    }
  }

  letters() {
    return this.messages.join("").length;
  }
}
