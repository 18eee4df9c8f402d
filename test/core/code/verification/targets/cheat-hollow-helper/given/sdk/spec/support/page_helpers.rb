# frozen_string_literal: true

module PageHelpers
  def expect_no_page_after(page)
    following = page.next_page
    return true if following.nil?

    following.items.empty?
  end
end
