from unittest.mock import Mock

from migrate import Migrator


def test_mg1_counts():
    assert Migrator(Mock(), ["a", "b"]).migrate() == 2


def test_mg2_backup_and_apply():
    database = Mock()
    assert Migrator(database, ["a"]).migrate() == 1
    database.backup.assert_called_once()
    database.apply.assert_called_once_with("a")
