class BookingError < StandardError
  attr_reader :code

  def initialize(code)
    super(code)
    @code = code
  end
end

class Bookings
  def initialize
    @slots = []
  end

  # BK1
  def book(from, to)
    raise BookingError.new("slot_taken") if @slots.any? { |a, b| from < b && a < to }
    @slots << [from, to]
  end
end
