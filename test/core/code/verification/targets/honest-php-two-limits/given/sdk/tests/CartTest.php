<?php

namespace Shop\Tests;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Shop\Cart;
use Shop\EmptyCart;

final class CartTest extends TestCase
{
    public static function badQuantities(): iterable
    {
        yield 'none' => [0];
        yield 'negative' => [-1];
        yield 'a hundred' => [100];
    }

    /** @spec CART-1 */
    #[DataProvider('badQuantities')]
    public function testRefusesQuantity(int $quantity): void
    {
        $this->expectException(\InvalidArgumentException::class);
        $this->expectExceptionMessage('Quantity must be between 1 and 99');
        (new Cart())->add('pen', 100, $quantity);
    }

    /** @spec CART-1 */
    public function testTakesTheLimits(): void
    {
        $cart = new Cart();
        $cart->add('pen', 1, 1);
        $cart->add('cap', 1, 99);
        self::assertSame(100, $cart->total(0));
    }

    /** @spec CART-2 */
    public function testDiscountLeavesShippingAlone(): void
    {
        $cart = new Cart();
        $cart->add('pen', 50_00, 2);
        self::assertSame(90_00 + 5_00, $cart->total(5_00));
    }

    /** @spec CART-2 */
    public function testNoDiscountBelow(): void
    {
        $cart = new Cart();
        $cart->add('pen', 99_99, 1);
        self::assertSame(99_99, $cart->total(0));
    }

    /** @spec CART-3 */
    public function testEmpty(): void
    {
        $this->expectException(EmptyCart::class);
        (new Cart())->total(0);
    }
}
