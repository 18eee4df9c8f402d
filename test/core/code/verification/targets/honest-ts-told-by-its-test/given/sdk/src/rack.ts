export class Rack {
  private readonly slots = new Map<string, string>();

  constructor(private readonly room: number) {}

  // RK1
  put(at: string, disc: string): void {
    if (!this.slots.has(at) && this.slots.size >= this.room) {
      this.slots.delete(this.slots.keys().next().value as string);
    }
    this.slots.set(at, disc);
  }

  look(at: string): string | undefined {
    return this.slots.get(at);
  }
}
