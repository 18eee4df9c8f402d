<?php
namespace A;

final class Money
{
    private const SIGNS = ['EUR' => '€'];

    /** MN2, MN3 */
    public static function format(float $amount, string $currency): string
    {
        $sign = self::SIGNS[$currency] ?? throw new UnknownCurrency($currency);
        return number_format($amount, 2, ',', '') . ' ' . $sign;
    }
}
