function tell(member) {
  process.stdout.write(`${member} voted\n`);
}

module.exports = { tell };
