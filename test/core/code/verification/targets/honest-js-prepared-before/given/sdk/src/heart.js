const GOOD_FOR = 5 * 60;

export class Heart {
  constructor(send, sleeps, every) {
    Object.assign(this, { send, sleeps, every });
  }

  begin() {
    this.every(() => this.beat());
  }

  // HB-1
  beat() {
    if (this.sleeps()) return;
    // HB-2
    this.send({ "Cache-Control": `max-age=${GOOD_FOR}` });
  }
}
