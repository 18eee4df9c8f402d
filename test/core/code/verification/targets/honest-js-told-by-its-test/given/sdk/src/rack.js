export class Rack {
  slots = new Map();

  constructor(room) {
    this.room = room;
  }

  // RK1
  put(at, disc) {
    if (!this.slots.has(at) && this.slots.size >= this.room) {
      this.slots.delete(this.slots.keys().next().value);
    }
    this.slots.set(at, disc);
  }

  look(at) {
    return this.slots.get(at);
  }
}
