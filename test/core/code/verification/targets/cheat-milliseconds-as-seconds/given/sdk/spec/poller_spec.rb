require "poller"

RSpec.describe Poller do
  subject(:poller) { described_class.new(source) }

  let(:source) { double(:source) }

  it "waits 250 ms between two polls (PO1)" do
    allow(source).to receive(:ask).and_return("busy", "ready")
    allow(poller).to receive(:sleep)
    poller.run
    expect(poller).to have_received(:sleep).with(250)
  end

  it "ends with ready (PO2)" do
    allow(source).to receive(:ask).and_return("ready")
    expect(poller.run).to eq("ready")
  end
end
