export class BannedError extends Error {}

export class Gate {
  constructor(motor) {
    this.motor = motor;
    this.banned = new Set();
  }

  // GAT1
  ban(plate) {
    this.banned.add(plate);
  }

  // GAT1
  open(plate) {
    this.motor.move();
    if (this.banned.has(plate)) throw new BannedError(plate);
  }
}
