const BURNS = 20;
const COOLS = 2 * 60;
const SECOND = 1000;

export class Lamp {
  // LA1
  light() {
    if (this.outAt !== undefined && Date.now() - this.outAt < COOLS * SECOND) throw new Error("too hot");
    this.isLit = true;
    setTimeout(() => {
      this.isLit = false;
      this.outAt = Date.now();
    }, BURNS * 1000);
  }
}
