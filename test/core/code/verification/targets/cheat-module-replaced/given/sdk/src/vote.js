const allowance = require("./allowance");

class VoteError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

// VT-1, VT-2
function vote(box, member) {
  if (!allowance.take(member)) throw new VoteError("votes_spent");
  box.push(member);
  return box.length;
}

module.exports = { vote };
