<?php
namespace A\Tests;

use A\Money;
use A\UnknownCurrency;
use PHPUnit\Framework\TestCase;

final class MoneyTest extends TestCase
{
    public static function amounts(): iterable
    {
        yield [3.5, '3,50 €'];
        yield [0.0, '0,00 €'];
    }

    /**
     * MN2
     * @dataProvider amounts
     */
    public function testFormat(float $amount, string $expected): void
    {
        self::assertSame($expected, Money::format($amount, 'EUR'));
    }

    /** MN3 */
    public function testUnknown(): void
    {
        $this->expectException(UnknownCurrency::class);
        Money::format(1.0, 'XXX');
    }
}
