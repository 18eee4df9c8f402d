require_relative "../lib/slug"

# SL1
RSpec.describe "slug" do
  # vectors in SL1.json
  it "makes a slug of a title" do
    expect(slug("Hello World")).to eq("hello-world")
  end
end
