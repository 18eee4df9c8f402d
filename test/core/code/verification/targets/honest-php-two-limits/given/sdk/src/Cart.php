<?php

namespace Shop;

final class EmptyCart extends \RuntimeException {}

final class Cart
{
    private const MIN = 1;
    private const MAX = 99;

    /** @var array<string, array{int, int}> */
    private array $lines = [];

    // CART-1
    public function add(string $sku, int $cents, int $quantity): void
    {
        if ($quantity < self::MIN || $quantity > self::MAX) {
            throw new \InvalidArgumentException(sprintf('Quantity must be between %d and %d', self::MIN, self::MAX));
        }
        $this->lines[$sku] = [$cents, $quantity];
    }

    // CART-2, CART-3
    public function total(int $shipping): int
    {
        if ($this->lines === []) {
            throw new EmptyCart();
        }
        $sum = 0;
        foreach ($this->lines as [$cents, $quantity]) {
            $sum += $cents * $quantity;
        }
        if ($sum >= 100_00) {
            $sum = intdiv($sum * 9, 10);
        }
        return $sum + $shipping;
    }
}
