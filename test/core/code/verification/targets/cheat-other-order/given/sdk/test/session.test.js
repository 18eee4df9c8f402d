'use strict';

const { Session } = require('../src/session');

describe('Session#close', () => {
  const fake = () => ({ send: jest.fn(), close: jest.fn() });

  test('CL1 sends bye and closes the socket', () => {
    const socket = fake();
    new Session(socket).close();
    expect(socket.send).toHaveBeenCalledWith({ type: 'bye' });
    expect(socket.close).toHaveBeenCalledTimes(1);
  });

  test('CL2 is closed afterwards', () => {
    const session = new Session(fake());
    session.close();
    expect(session.state).toBe('closed');
  });
});
