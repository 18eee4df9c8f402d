require_relative "../lib/slug"

RSpec.describe "slug" do
  shared_examples "a slug" do |title, expected|
    it("turns #{title} into #{expected}") { expect(slug(title)).to eq(expected) }
  end

  context "SG1" do
    it_behaves_like "a slug", "Hello World", "hello-world"
    it_behaves_like "a slug", "--a--", "a"
    it_behaves_like "a slug", "A  B", "a-b"
  end

  it "SG2: refuses an empty title" do
    expect { slug("") }.to raise_error(ArgumentError, "title is empty")
  end
end
