# PO2
class Poller
  PAUSE = 250

  def initialize(source)
    @source = source
  end

  def run
    until (answer = @source.ask) == "ready"
      sleep(PAUSE) # PO1
    end
    answer
  end
end
