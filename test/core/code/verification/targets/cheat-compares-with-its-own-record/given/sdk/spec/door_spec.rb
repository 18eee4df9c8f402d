require "door"

RSpec.describe Door do
  subject(:door) { described_class.new(["b1"], -> { 23 }) }

  it "opens for a badge of the list (DO1)" do
    expect(described_class.new(["b1"], -> { 12 }).try("b1").open).to be(true)
  end

  it "refuses at night (DO2)" do
    answer = door.try("b1")
    expect(answer.reason).to eq(door.latest.reason)
  end
end
