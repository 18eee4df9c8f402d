# frozen_string_literal: true

class DoorHeld < StandardError; end

class Door
  attr_reader :state

  def initialize(state:, bell:)
    @state = state
    @bell = bell
  end

  # DO1
  def open
    raise DoorHeld unless state == :closed

    @bell.ring
    @state = :open
  end
end
