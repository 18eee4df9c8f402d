class Lock
  MAX_WRONG = 4

  attr_reader :state

  def initialize(code)
    @code = code
    @wrong = 0
    @state = 'ready'
  end

  # LO1
  def try(code)
    return @wrong = 0 if code == @code

    @wrong += 1
    @state = 'shut' if @wrong > MAX_WRONG
  end
end
