// Implements TR1, TR2, TR3, TR4.
export class Tracker {
  constructor(client) {
    this.client = client;
  }

  async status(number) {
    const answer = await this.client.get(`/parcels/${number}`);
    return answer.status;
  }
}
