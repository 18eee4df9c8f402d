export class AlreadyCancelled extends Error {}

export class Booking {
  seat = "standard";
  cancelled = false;

  // Requirement: Cancelling
  cancel() {
    if (this.cancelled) throw new AlreadyCancelled();
    this.cancelled = true;
  }

  upgrade() {
    this.seat = "first";
  }
}
