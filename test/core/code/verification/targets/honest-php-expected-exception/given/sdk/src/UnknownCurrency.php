<?php
namespace A;

final class UnknownCurrency extends \DomainException
{
}
