defmodule Shop.Cart do
  @moduledoc "What somebody is about to buy."
  alias Shop.Stock

  @most 50
  defstruct items: [], currency: "EUR"

  # CT4
  def new(opts \\ []), do: %__MODULE__{currency: Keyword.get(opts, :currency, "EUR")}

  # CT1
  def add(%__MODULE__{items: items}, _item, _stock) when length(items) >= @most do
    {:error, :cart_full}
  end

  # CT2
  def add(%__MODULE__{} = cart, item, stock) do
    with :ok <- Stock.open(stock) do
      added = add_item(cart, item)
      :ok = Stock.reserve(stock, item)
      {:ok, added}
    end
  end

  # CT3
  def check_out(cart) do
    if cart.items == [] do
      raise ArgumentError, "nothing to pay"
    else
      {:paid, length(cart.items), cart.currency}
    end
  end

  defp add_item(cart, item), do: %{cart | items: [item | cart.items]}
end
