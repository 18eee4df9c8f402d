const BURNS = 20;

export class Lamp {
  constructor(now = Date.now) {
    this.now = now;
  }

  // LA1
  light() {
    if (this.outAt !== undefined && Date.now() - this.outAt < 120_000) throw new Error("too hot");
    this.isLit = true;
    setTimeout(() => {
      this.isLit = false;
      this.outAt = Date.now();
    }, BURNS);
  }
}
