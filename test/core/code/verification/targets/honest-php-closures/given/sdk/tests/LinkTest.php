<?php

// LNK-1
it('is short', function (string $url) {
    expect((new Link($url))->short)->toHaveLength(7);
})->with(['https://example.com', 'x']);

// LNK-2
it('is archived', function () {
    $link = new Link('x');
    for ($i = 0; $i < 100; $i++) $link->visit();
    $link->visit();
})->throws(LinkArchived::class);
