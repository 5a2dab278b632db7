"""The demo site has a page of every kind, so that none goes untested."""
from page_kinds import EXAMPLES, FIXED, page_kinds


def test_every_kind_is_there(site):
    assert page_kinds(site).keys() == FIXED.keys() | EXAMPLES.keys()
