# PO-1
def postage(grams)
  { 20 => 85, 50 => 100, 500 => 175, 1000 => 275 }.find { |most, _| grams <= most }.last
end
