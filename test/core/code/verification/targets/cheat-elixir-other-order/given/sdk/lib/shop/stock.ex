defmodule Shop.Stock do
  @moduledoc "What is there."

  def open(_stock), do: :ok

  def reserve(stock, item) do
    Agent.update(stock, fn reserved -> [item | reserved] end)
  end
end
