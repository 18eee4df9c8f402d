export type Mode = "shut" | "trial" | "open";

export interface Guest {
  readonly name: string;
  readonly paying: boolean;
}

// RO1
export function isOpen(mode: Mode, guest: Guest): boolean {
  switch (mode) {
    case "open":
      return true;
    case "trial":
      return !guest.paying;
    default:
      return false;
  }
}
