require_relative "spec_helper"
require_relative "../lib/checksum"

RSpec.describe "check_digit" do
  # CK1
  vectors("CK1").each do |number, digit|
    it "of #{number} is #{digit}" do
      expect(check_digit(number).to_s).to eq(digit)
    end
  end
end
