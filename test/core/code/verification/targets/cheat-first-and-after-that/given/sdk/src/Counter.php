<?php

namespace Post;

final class Counter
{
    public function __construct(private Scale $scale, private Stamps $stamps)
    {
    }

    // PA1
    public function take(Parcel $parcel): void
    {
        // PA2
        if ($this->scale->knows($parcel)) {
            $this->stamps->stamp($parcel);
            return;
        }
        $this->stamps->stamp($parcel);
        $this->scale->weigh($parcel);
    }
}
