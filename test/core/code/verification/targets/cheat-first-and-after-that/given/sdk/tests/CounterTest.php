<?php

namespace Post\Tests;

use PHPUnit\Framework\TestCase;
use Post\Counter;

final class CounterTest extends TestCase
{
    /** PA1 */
    public function testWeighsAndStamps(): void
    {
        $seen = new Seen();
        (new Counter($seen->scale(), $seen->stamps()))->take(new Parcel());
        self::assertContains('weigh', $seen->calls);
        self::assertContains('stamp', $seen->calls);
    }

    /** PA2 */
    public function testStampsWhatWasWeighed(): void
    {
        $seen = new Seen(known: true);
        (new Counter($seen->scale(), $seen->stamps()))->take(new Parcel());
        self::assertSame(['stamp'], $seen->calls);
    }
}
