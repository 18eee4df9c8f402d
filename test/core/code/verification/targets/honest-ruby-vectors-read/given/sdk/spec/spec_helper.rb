require "json"

def vectors(id)
  JSON.parse(File.read(File.join(__dir__, "fixtures", "#{id}.json")))["rows"]
end
