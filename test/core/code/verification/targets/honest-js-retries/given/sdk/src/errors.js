export class DeliveryError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}
