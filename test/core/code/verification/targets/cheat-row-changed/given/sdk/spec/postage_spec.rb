require "csv"
require_relative "../lib/postage"

RSpec.describe "PO-1 postage" do
  CSV.foreach("spec/fixtures/rates.csv", headers: true) do |row|
    it "asks for #{row["grams"]}" do
      expect(postage(row["grams"].to_i)).to eq(row["cents"].to_i)
    end
  end
end
