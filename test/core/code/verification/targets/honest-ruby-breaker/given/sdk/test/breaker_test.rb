# frozen_string_literal: true

require 'minitest/autorun'
require 'breaker'

class BreakerTest < Minitest::Test
  def setup
    @breaker = Breaker.new
  end

  def test_cb1_opens_after_five_failures
    4.times { fail_once }
    assert_equal :closed, @breaker.state
    fail_once
    assert_equal :open, @breaker.state
  end

  def test_cb2_refuses_while_open
    5.times { fail_once }
    assert_raises(Breaker::CircuitOpenError) { @breaker.call { 1 } }
  end

  private

  def fail_once
    @breaker.call { raise 'down' }
  rescue RuntimeError
    nil
  end
end
