# SG1
def slug(title)
  raise ArgumentError, "title is empty" if title.empty? # SG2

  title.downcase.gsub(/[^a-z0-9]+/, "-").gsub(/\A-|-\z/, "")
end
