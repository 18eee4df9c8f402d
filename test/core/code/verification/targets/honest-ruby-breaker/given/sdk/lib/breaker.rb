# frozen_string_literal: true

# CB1, CB2
class Breaker
  class CircuitOpenError < StandardError; end

  THRESHOLD = 5

  attr_reader :state

  def initialize
    @state = :closed
    @failures = 0
  end

  def call
    raise CircuitOpenError if state == :open

    result = yield
    @failures = 0
    result
  rescue CircuitOpenError
    raise
  rescue StandardError
    @failures += 1
    @state = :open if @failures >= THRESHOLD
    raise
  end
end
