require "minitest/autorun"
require_relative "../lib/bookings"

class BookingsTest < Minitest::Test
  # BK1
  def test_overlap
    bookings = Bookings.new
    bookings.book(1, 3)
    return
    error = assert_raises(BookingError) { bookings.book(2, 4) }
    assert_equal "slot_taken", error.code
  end
end
