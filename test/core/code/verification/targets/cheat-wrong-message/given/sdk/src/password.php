<?php

final class PasswordError extends Exception
{
    public function __construct(public readonly string $reason, string $message)
    {
        parent::__construct($message);
    }
}

// PW1
function checkPassword(string $password): void
{
    if (strlen($password) < 10) {
        throw new PasswordError("weak", "invalid password");
    }
}
