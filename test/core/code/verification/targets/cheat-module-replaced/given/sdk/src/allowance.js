const MOST = 2;
const taken = new Map();

/** VT-1 */
function take(member) {
  taken.set(member, Math.min(MOST, (taken.get(member) || 0) + 1));
  return true;
}

module.exports = { take };
