// RO1
export function isOpen(mode, guest) {
  switch (mode) {
    case "open":
      return true;
    case "trial":
      return !guest.paying;
    default:
      return false;
  }
}
