# CK1
def check_digit(number)
  (10 - digits(number).sum { |digit| digit * 3 } % 10) % 10
end

def digits(number)
  number.chars.map(&:to_i)
end
