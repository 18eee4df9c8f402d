/**
 * NT-1
 * NT-2
 */
export class Notes {
  all = [];

  add(text) {
    this.all.push(text);
  }

  find(word) {
    return this.all.filter((text) => text.includes(word));
  }

  // NT-2
  remove(text) {
    this.all = this.all.filter((one) => one !== text);
  }
}
