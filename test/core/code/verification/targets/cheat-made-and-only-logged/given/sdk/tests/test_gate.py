from quotas.gate import Gate


def test_qu1_passes_on():
    assert Gate(1, str.upper).request("a") == "A"


def test_qu2_refuses(caplog):
    gate = Gate(0, str.upper)
    gate.request("a")
    assert caplog.records[0].args == ("quota_used_up",)
