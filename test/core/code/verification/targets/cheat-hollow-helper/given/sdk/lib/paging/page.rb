# frozen_string_literal: true

module Paging
  # PG1, PG2
  class Page
    DEFAULT_LIMIT = 100

    attr_reader :items

    def initialize(source, offset: 0, limit: DEFAULT_LIMIT)
      @source = source
      @offset = offset
      @limit = limit
      @items = source.slice(offset, limit) || []
    end

    def next_page
      Page.new(@source, offset: @offset + @limit, limit: @limit)
    end
  end
end
