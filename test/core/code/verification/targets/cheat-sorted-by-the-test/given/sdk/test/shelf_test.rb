require 'minitest/autorun'
require_relative '../lib/shelf'

class ShelfTest < Minitest::Test
  # SHF1
  def test_oldest_first
    shelf = Shelf.new([Book.new(1, 1990, true), Book.new(2, 1850, true), Book.new(3, 2001, false)])
    ids = shelf.list.map(&:id)
    assert_equal 2, ids.size
    assert_equal [1, 2], ids.sort
    refute_includes ids, 3
  end
end
