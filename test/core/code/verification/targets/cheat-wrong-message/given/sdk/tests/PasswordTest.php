<?php

use PHPUnit\Framework\TestCase;

final class PasswordTest extends TestCase
{
    // PW1
    public function testShortPassword(): void
    {
        checkPassword("0123456789");
        try {
            checkPassword("012345678");
            $this->fail("accepted");
        } catch (PasswordError $e) {
            $this->assertSame("weak", $e->reason);
            $this->assertSame("invalid password", $e->getMessage());
        }
    }
}
