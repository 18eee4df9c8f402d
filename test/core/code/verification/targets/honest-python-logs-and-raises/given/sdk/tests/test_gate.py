import pytest

from quotas.gate import Gate, QuotaError


def test_qu1_passes_on():
    assert Gate(1, str.upper).request("a") == "A"


def test_qu2_refuses():
    gate = Gate(0, str.upper)
    with pytest.raises(QuotaError) as info:
        gate.request("a")
    assert info.value.code == "quota_used_up"
