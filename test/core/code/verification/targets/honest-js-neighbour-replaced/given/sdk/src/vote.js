const auditor = require("./auditor");

const MOST = 2;

class VoteError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

// VT-1, VT-2
function vote(box, member) {
  const spent = box.filter((one) => one === member).length;
  if (spent >= MOST) throw new VoteError("votes_spent");
  box.push(member);
  auditor.tell(member);
  return box.length;
}

module.exports = { vote };
