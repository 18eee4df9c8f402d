defmodule Shop.CartTest do
  use ExUnit.Case, async: true
  alias Shop.Cart

  setup do
    {:ok, stock} = Agent.start_link(fn -> [] end)
    %{stock: stock}
  end

  describe "adding (CT1)" do
    test "takes 50 items and no more", %{stock: stock} do
      full = Enum.reduce(1..50, Cart.new(), fn i, cart -> elem(Cart.add(cart, i, stock), 1) end)
      assert length(full.items) == 50
      assert Cart.add(full, 51, stock) == {:error, :cart_full}
    end
  end

  test "CT2: reserves before it adds", %{stock: stock} do
    {:ok, cart} = Cart.add(Cart.new(), "tea", stock)
    assert {Agent.get(stock, & &1), cart.items} == {["tea"], ["tea"]}
  end

  test "CT3: nothing to pay" do
    assert_raise ArgumentError, "nothing to pay", fn -> Cart.check_out(Cart.new()) end
  end

  test "CT4: euros unless told otherwise" do
    assert Cart.new().currency == "EUR"
    assert Cart.new(currency: "SEK").currency == "SEK"
  end
end
