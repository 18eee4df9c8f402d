<?php

class LinkArchived extends Exception {}

class Link
{
    private int $visits = 0;
    public readonly string $short;

    // LNK-1
    public function __construct(string $url)
    {
        $this->short = substr(md5($url), 0, 7);
    }

    // LNK-2
    public function visit(): void
    {
        if ($this->visits >= 100) {
            throw new LinkArchived();
        }
        $this->visits++;
    }
}
