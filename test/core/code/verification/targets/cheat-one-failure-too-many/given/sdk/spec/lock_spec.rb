require_relative '../lib/lock'

RSpec.describe Lock do
  # LO1
  it 'goes to shut after too many wrong codes' do
    lock = Lock.new('1')
    (Lock::MAX_WRONG + 1).times { lock.try('2') }
    expect(lock.state).to eq 'shut'
  end
end
