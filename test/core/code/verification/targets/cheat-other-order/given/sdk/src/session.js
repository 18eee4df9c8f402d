'use strict';

class Session {
  constructor(socket) {
    this.socket = socket;
    this.state = 'open';
  }

  // CL1, CL2
  close() {
    if (this.state === 'closed') return;
    this.socket.close();
    this.socket.send({ type: 'bye' });
    this.state = 'closed';
  }
}

module.exports = { Session };
