# DO1, DO2
class Door
  Answer = Struct.new(:open, :reason, keyword_init: true)

  attr_reader :latest

  def initialize(badges, hour)
    @badges = badges
    @hour = hour
  end

  def try(badge)
    return keep(Answer.new(open: true, reason: nil)) if @badges.include?(badge)
    return keep(Answer.new(open: false, reason: "closed_at_night")) if @hour.call > 22

    keep(Answer.new(open: false, reason: "unknown_badge"))
  end

  private

  def keep(answer)
    @latest = answer
  end
end
