# frozen_string_literal: true

require 'paging/page'
require_relative '../support/page_helpers'

RSpec.describe Paging::Page do
  include PageHelpers

  it 'holds 100 items (PG1)' do
    expect(described_class.new((1..250).to_a).items.length).to eq(100)
  end

  it 'ends with nil (PG2)' do
    last = described_class.new((1..100).to_a)
    expect_no_page_after(last)
  end
end
