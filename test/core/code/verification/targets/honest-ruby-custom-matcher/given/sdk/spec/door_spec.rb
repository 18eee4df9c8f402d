# frozen_string_literal: true

require_relative '../lib/door'

RSpec::Matchers.define :hold_against do |event|
  match do |door|
    door.public_send(event)
    false
  rescue DoorHeld
    true
  end
end

RSpec.describe Door do
  let(:bell) { spy('bell') }

  describe '#open', spec: 'DO1' do
    it 'opens a closed door' do
      door = described_class.new(state: :closed, bell: bell)
      door.open
      expect(door.state).to eq :open
    end

    %i[locked blocked].each do |state|
      it "holds when #{state}" do
        expect(described_class.new(state: state, bell: bell)).to hold_against(:open)
      end
    end
  end
end
