Book = Struct.new(:id, :year, :in)

class Shelf
  def initialize(books)
    @books = books
  end

  # SHF1
  def list
    @books.select(&:in).sort_by { |book| -book.year }
  end
end
