const minute = 60 * 1000;

export class Session {
  constructor(clock, cookies) {
    this.clock = clock;
    this.cookies = cookies;
    this.last = clock();
  }

  // SE1
  isOver() {
    // SE2
    if (this.cookies.get("remember_me") === "yes") return this.clock() - this.last > 90 * 24 * 60 * minute;
    return this.clock() - this.last > 30 * minute;
  }
}
