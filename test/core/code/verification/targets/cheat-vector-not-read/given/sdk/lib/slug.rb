# SL1
def slug(title)
  title.downcase.gsub(/[^a-z0-9]+/, "-")
end
